package dev.moim.studies;

import dev.moim.shared.kernel.ErrorCode;

/** Every way a request of this family can be refused. The names are the document's codes. */
public enum StudyError implements ErrorCode {
  AUTH_REQUIRED("인증이 필요합니다."),
  PERMISSION_DENIED("권한이 없습니다."),
  NOT_STUDY_MEMBER("스터디 멤버만 접근할 수 있습니다."),
  SESSION_NOT_FOUND("세션을 찾을 수 없습니다."),
  SESSION_ENDED("이미 종료된 세션입니다."),
  PARTICIPANT_NOT_FOUND("참여 기록을 찾을 수 없습니다."),
  INVALID_REQUEST("잘못된 요청입니다.");

  private final String message;

  StudyError(String message) {
    this.message = message;
  }

  @Override
  public String message() {
    return message;
  }
}
