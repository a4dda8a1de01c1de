package dev.moim.kernel;

/** The only exception a use case throws: the request was understood and is refused, and why. */
public final class DomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final String message;

  public DomainException(ErrorCode code) {
    this(code, code.message());
  }

  /**
   * @param message says more than the code's own text, for instance which field is missing; shown
   *     to the client
   */
  public DomainException(ErrorCode code, String message) {
    // A refusal is an answer, not a defect: its stack trace would only cost time and fill logs.
    super(message, null, false, false);
    this.code = code;
    this.message = message;
  }

  /** Never null, unlike other exceptions': it is part of the answer. */
  @Override
  public String getMessage() {
    return message;
  }

  public ErrorCode code() {
    return code;
  }
}
