package dev.moim.studies.signal;

import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.sockets.FamilyErrors;
import dev.moim.shared.sockets.Problem;
import dev.moim.studies.StudyError;

/** The document has two codes for what is wrong with any event: the client's fault, or ours. */
public final class SignalErrors implements FamilyErrors {

  @Override
  public ErrorCode of(Problem problem) {
    return switch (problem) {
      case FAILED -> StudyError.SERVER_ERROR;
      case UNKNOWN_OPERATION -> StudyError.UNKNOWN_EVENT;
      case MALFORMED, MISSING_FIELD, INVALID_FIELD, TOO_LONG -> StudyError.INVALID_REQUEST;
    };
  }

  @Override
  public String message(Problem problem, String why) {
    return switch (problem) {
      case FAILED -> StudyError.SERVER_ERROR.message();
      case UNKNOWN_OPERATION -> invalid("no such event");
      case MALFORMED, MISSING_FIELD, INVALID_FIELD, TOO_LONG -> invalid(why);
    };
  }

  private static String invalid(String why) {
    return StudyError.INVALID_REQUEST.message() + " (" + why + ")";
  }

  /** Clients know one code for what is our fault. */
  @Override
  public ErrorCode own(ErrorCode code) {
    return code instanceof StudyError ? code : StudyError.SERVER_ERROR;
  }

  /**
   * A frame may overtake the one that tells who is on the socket, or the {@code video:join-room} of
   * its sender or of the peer it is for.
   */
  @Override
  public boolean isMembership(ErrorCode code) {
    return code == StudyError.AUTH_REQUIRED
        || code == StudyError.NOT_IN_ROOM
        || code == StudyError.SESSION_NOT_FOUND
        || code == StudyError.PARTICIPANT_NOT_FOUND;
  }
}
