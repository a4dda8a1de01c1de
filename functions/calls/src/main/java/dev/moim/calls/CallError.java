package dev.moim.calls;

import dev.moim.shared.kernel.ErrorCode;

/** Every way an operation of this family can fail, with the code its document gives it. */
public enum CallError implements ErrorCode {
  MALFORMED("400", "the message is not a JSON object with an eventOp"),
  WRONG_CREDENTIALS("401", "cpCode or authKey is wrong"),
  LICENSE_REFUSES("403", "the license does not allow it"),
  UNKNOWN_OPERATION("405", "unknown eventOp"),
  ALREADY_REGISTERED("409", "the user is registered on another connection"),
  NOT_REGISTERED("410", "register first"),
  NO_SUCH_TARGET("412", "no such member"),
  NOT_A_MEMBER("412", "not a member of the room"),
  NO_PERMISSION("413", "no permission"),
  LOCKED("413", "the room is locked"),
  MISSING_PARAMETER("421", "a parameter is missing"),
  INVALID_PARAMETER("422", "a parameter is invalid"),
  ALREADY_SHARING("440", "someone else is sharing"),
  NO_SUCH_ROOM("441", "the room does not exist"),
  ALREADY_IN_ROOM("442", "already in the room"),
  ROOM_EXISTS("443", "the room already exists"),
  ROOM_FULL("444", "the room is full"),
  TOO_MUCH("445", "data maximum exceeded"),
  TOO_SOON("445", "too many requests, try again later"),
  SERVER_ERROR("500", "server error"),
  MEDIA_SERVER_ERROR("570", "the media server is not available");

  private final String code;
  private final String message;

  CallError(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** What the wire calls it. Some codes have two reasons, told apart by the message. */
  public String code() {
    return code;
  }

  @Override
  public String message() {
    return message;
  }
}
