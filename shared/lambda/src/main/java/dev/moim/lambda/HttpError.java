package dev.moim.lambda;

import dev.moim.kernel.ErrorCode;

/** What can be wrong with a request whatever it asks for. */
public enum HttpError implements ErrorCode {
  BODY_TOO_LARGE(413, "The body is too large");

  private final int status;
  private final String message;

  HttpError(int status, String message) {
    this.status = status;
    this.message = message;
  }

  public int status() {
    return status;
  }

  @Override
  public String message() {
    return message;
  }
}
