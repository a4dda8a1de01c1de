package dev.moim.licenses;

import dev.moim.shared.kernel.ErrorCode;

/** Every way a request of a tenant's server can be refused. */
public enum LicenseError implements ErrorCode {
  /** The same for a key nobody has: who guesses learns nothing. */
  WRONG_KEYS("accessKey or secretKey is wrong"),
  INVALID_TOKEN("The token in s-connector-jwt is missing, expired or not ours"),
  DISABLED("The license is disabled"),
  ROOM_NOT_FOUND("Room not found"),
  TOO_MANY_REQUESTS("Too many requests, try again later");

  private final String message;

  LicenseError(String message) {
    this.message = message;
  }

  @Override
  public String message() {
    return message;
  }
}
