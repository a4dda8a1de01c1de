package dev.moim.shared.people;

import dev.moim.shared.kernel.ErrorCode;

/** Why somebody may not do what they ask for, whichever family they ask. */
public enum PeopleError implements ErrorCode {
  /** No token. */
  NO_TOKEN(401, "인증에 실패했습니다."),
  EXPIRED_TOKEN(401, "Expired JWT token"),
  /** Forged, of another kind, or of a login that has ended. */
  INVALID_TOKEN(401, "Invalid JWT token"),
  /** They have an account and no profile yet. */
  PROFILE_REQUIRED(403, "프로필 생성을 완료해 주세요.");

  private final int status;
  private final String message;

  PeopleError(int status, String message) {
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
