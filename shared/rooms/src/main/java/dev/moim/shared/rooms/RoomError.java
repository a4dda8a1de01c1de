package dev.moim.shared.rooms;

import dev.moim.shared.kernel.ErrorCode;

/** Why a member's wish is not carried out. */
public enum RoomError implements ErrorCode {
  /** It has made as many changes as it may; trying again later helps. */
  TOO_SOON("too many requests, try again later");

  private final String message;

  RoomError(String message) {
    this.message = message;
  }

  @Override
  public String message() {
    return message;
  }
}
