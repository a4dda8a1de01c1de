package dev.moim.shared.mail;

/**
 * A mail to one person.
 *
 * @param to one address
 * @param content what it says
 */
public record Message(String to, Content content) {

  /**
   * The same words twice, for programs that show HTML and for those that do not.
   *
   * @param subject one line
   * @param body in both forms
   */
  public record Content(String subject, Body body) {}

  /**
   * @param text plain
   * @param html a whole page; values in it are escaped by whoever makes it
   */
  public record Body(String text, String html) {}

  /** Neither address nor words: both are personal. */
  @Override
  public String toString() {
    return "Message";
  }
}
