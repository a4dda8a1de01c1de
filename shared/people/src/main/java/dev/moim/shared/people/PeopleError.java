package dev.moim.shared.people;

import dev.moim.shared.kernel.ErrorCode;

/** Why somebody may not do what they ask for, whichever family they ask. */
public enum PeopleError implements ErrorCode {
  /** No token. */
  NO_TOKEN("인증에 실패했습니다."),
  EXPIRED_TOKEN("Expired JWT token"),
  /** Forged, of another kind, or of a login that has ended. */
  INVALID_TOKEN("Invalid JWT token"),
  /** They have an account and no profile yet. */
  PROFILE_REQUIRED("프로필 생성을 완료해 주세요.");

  private final String message;

  PeopleError(String message) {
    this.message = message;
  }

  /** Of an answer over HTTP. */
  public int status() {
    return this == PROFILE_REQUIRED ? 403 : 401;
  }

  @Override
  public String message() {
    return message;
  }
}
