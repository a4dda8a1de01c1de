package dev.moim.shared.lambda;

import dev.moim.shared.kernel.ErrorCode;

/** What can go wrong with a request whatever it asks for. */
public enum HttpError implements ErrorCode {
  INVALID_REQUEST(400, "The request is invalid"),
  FOREIGN_ORIGIN(403, "A page of this origin may not do this"),
  BODY_TOO_LARGE(413, "The body is too large"),
  NOT_JSON(415, "The content type must be application/json"),
  SERVER_ERROR(500, "Internal server error");

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
