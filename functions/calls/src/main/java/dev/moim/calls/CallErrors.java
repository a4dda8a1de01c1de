package dev.moim.calls;

import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.rooms.RoomError;
import dev.moim.shared.sockets.FamilyErrors;
import dev.moim.shared.sockets.Problem;

/** The family's codes for what every socket server refuses. */
public final class CallErrors implements FamilyErrors {

  @Override
  public CallError of(Problem problem) {
    return switch (problem) {
      case MALFORMED -> CallError.MALFORMED;
      case UNKNOWN_OPERATION -> CallError.UNKNOWN_OPERATION;
      case MISSING_FIELD -> CallError.MISSING_PARAMETER;
      case INVALID_FIELD -> CallError.INVALID_PARAMETER;
      case TOO_LONG -> CallError.TOO_MUCH;
      case FAILED -> CallError.SERVER_ERROR;
    };
  }

  /** What is malformed or unknown the document's own text says well enough. */
  @Override
  public String message(Problem problem, String why) {
    return switch (problem) {
      case MALFORMED, UNKNOWN_OPERATION -> of(problem).message();
      case MISSING_FIELD, INVALID_FIELD, TOO_LONG, FAILED -> why;
    };
  }

  @Override
  public CallError own(ErrorCode code) {
    return switch (code) {
      case CallError error -> error;
      case RoomError _ -> CallError.TOO_SOON;
      case MediaError _ -> CallError.MEDIA_SERVER_ERROR;
      default -> CallError.SERVER_ERROR;
    };
  }

  @Override
  public boolean isMembership(ErrorCode code) {
    return switch (code) {
      case CallError.NOT_REGISTERED,
          CallError.NO_SUCH_ROOM,
          CallError.NOT_A_MEMBER,
          CallError.NO_SUCH_TARGET ->
          true;
      default -> false;
    };
  }
}
