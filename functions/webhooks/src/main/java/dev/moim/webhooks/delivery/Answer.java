package dev.moim.webhooks.delivery;

/**
 * What came back for a message.
 *
 * @param accepted whether the endpoint took it: a whole answer of 2xx in time
 * @param status 0 if no answer came
 * @param note the beginning of the answer, or why it is none
 */
public record Answer(boolean accepted, int status, String note) {

  private static final int GONE = 410;

  /** No answer, or none that counts. */
  public static Answer failed(int status, String why) {
    return new Answer(false, status, why);
  }

  /** The endpoint asks to be told nothing more. */
  boolean isGone() {
    return status == GONE;
  }
}
