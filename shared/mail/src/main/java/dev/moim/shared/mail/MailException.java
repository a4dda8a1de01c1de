package dev.moim.shared.mail;

/** A mail could not be sent; its family says so in its own words. */
public final class MailException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param cause what the mail service said, for the log
   */
  public MailException(Throwable cause) {
    super("the mail was not sent", cause);
  }
}
