package dev.moim.shared.uploads;

import dev.moim.shared.kernel.ErrorCode;

/**
 * What can be wrong with a form or with a picture. A family maps each to a status; {@link #status}
 * is the usual one.
 */
public enum UploadError implements ErrorCode {
  /** The content type is not {@code multipart/form-data} with a boundary. */
  NOT_A_FORM(415, "multipart/form-data 형식의 요청이어야 합니다."),
  /** It has no part, ends in the middle of one, or the headers of one are too long. */
  BROKEN_FORM(400, "multipart/form-data 요청을 읽을 수 없습니다."),
  TOO_MANY_PARTS(400, "요청에 포함된 항목이 너무 많습니다."),
  /** Who takes files past the API says so besides. */
  FORM_TOO_LARGE(413, "요청이 너무 큽니다. 약 4.4MB까지 보낼 수 있습니다."),
  /** Neither PNG nor JPEG, WebP or GIF, whatever it is called. */
  UNKNOWN_PICTURE(400, "지원하지 않는 이미지 형식입니다."),
  /** It begins like a picture, but cannot be decoded. */
  BROKEN_PICTURE(400, "손상된 이미지입니다."),
  /** More bytes than {@link Pictures#MAX_BYTES}. */
  PICTURE_TOO_LARGE(413, "이미지 파일은 10MB까지 올릴 수 있습니다."),
  /** More pixels than {@link Pictures#MAX_PIXELS}, or a side longer than may be. */
  TOO_MANY_PIXELS(400, "이미지의 가로세로 크기가 너무 큽니다."),
  /** Nothing arrived under the offer, it expired, or it was taken over already. */
  NOTHING_UPLOADED(404, "업로드된 파일이 없습니다.");

  private final int status;
  private final String message;

  UploadError(int status, String message) {
    this.status = status;
    this.message = message;
  }

  /** Of an answer over HTTP. */
  public int status() {
    return status;
  }

  @Override
  public String message() {
    return message;
  }
}
