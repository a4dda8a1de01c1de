package dev.moim.shared.kernel;

/**
 * A client's text is not what its format says. The message is short, says what is wrong, and quotes
 * nothing of the text, so it may be shown to the client and logged.
 */
public final class MalformedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedException(String reason) {
    // Anyone can cause it with any frame: it carries no stack trace, which would only cost time.
    super(reason, null, false, false);
  }
}
