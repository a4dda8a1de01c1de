package dev.moim.shared.media;

import dev.moim.shared.kernel.ErrorCode;

/** Why the media server did not do something. */
public enum MediaError implements ErrorCode {
  /** It cannot be reached, is overloaded, or there is none. Trying again later may help. */
  MEDIA_UNAVAILABLE("The media server is not available");

  private final String message;

  MediaError(String message) {
    this.message = message;
  }

  @Override
  public String message() {
    return message;
  }
}
