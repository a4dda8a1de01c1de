package dev.moim.chat.subscription;

import dev.moim.chat.ChatError;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.sockets.FamilyErrors;
import dev.moim.shared.sockets.Problem;

/** The family's codes for what its socket refuses. */
public final class ChatFamily implements FamilyErrors {

  @Override
  public ErrorCode of(Problem problem) {
    return switch (problem) {
      case MALFORMED, MISSING_FIELD, INVALID_FIELD, TOO_LONG -> ChatError.INVALID;
      case UNKNOWN_OPERATION -> ChatError.DESTINATION_NOT_FOUND;
      case FAILED -> ChatError.FAILED;
    };
  }

  /** The document's text; what exactly is wrong is for the log. */
  @Override
  public String message(Problem problem, String why) {
    return of(problem).message();
  }

  @Override
  public boolean isMembership(ErrorCode code) {
    return code == ChatError.NOT_CONNECTED || code == ChatError.NOT_IN_ROOM;
  }
}
