package dev.moim.rooms;

import dev.moim.shared.kernel.ErrorCode;

/** Every way an operation of this family can be refused. The texts are the document's. */
public enum RoomError implements ErrorCode {
  IDENTITY_REQUIRED("identity is required for join but not set"),
  UNAUTHORIZED("Unauthorized"),
  ROOM_LIMIT("The license has as many rooms open as it may"),
  LICENSE_DISABLED("The license is disabled"),
  KICKED("The user may not come back to this room"),
  NOT_CREATOR("Only who made the room may delete it"),
  ROOM_LOCKED("The room is locked"),
  ROOM_NOT_FOUND("Room not found"),
  ROOM_FULL("Room is full"),
  SEAT_TAKEN("Somebody of this name is connected to the room"),
  TOO_MANY_REQUESTS("Too many rooms at once, try again later"),
  ROOM_OCCUPIED("Somebody is connected to the room by another way");

  private final String message;

  RoomError(String message) {
    this.message = message;
  }

  @Override
  public String message() {
    return message;
  }
}
