package dev.moim.studies.signal;

import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Refusal;
import dev.moim.studies.StudyError;

/**
 * {@code error}: says what was wrong with an event, or that another socket took this one's place.
 */
public final class ErrorEvent {

  private ErrorEvent() {}

  /**
   * @param text for the user
   */
  static Message of(String text) {
    return Message.of("error").with("message", text);
  }

  public static Message of(Refusal refusal) {
    return of(refusal.message()).with("code", code(refusal.code()));
  }

  /** As clients read it. */
  public static String code(ErrorCode code) {
    return code instanceof StudyError error ? error.code() : code.name();
  }
}
