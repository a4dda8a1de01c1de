package dev.moim.studies;

import dev.moim.shared.kernel.ErrorCode;

/** Every way a request or an event of this family can be refused. */
public enum StudyError implements ErrorCode {
  AUTH_REQUIRED("인증이 필요합니다."),
  PERMISSION_DENIED("권한이 없습니다."),
  NOT_STUDY_MEMBER("스터디 멤버만 접근할 수 있습니다."),
  SESSION_NOT_FOUND("세션을 찾을 수 없습니다."),
  SESSION_ENDED("이미 종료된 세션입니다."),
  PARTICIPANT_NOT_FOUND("참여 기록을 찾을 수 없습니다."),
  INVALID_REQUEST("잘못된 요청입니다."),
  /** The sender does not take part in the room it names; the document has no code of its own. */
  NOT_IN_ROOM("참여 중인 방이 아닙니다."),
  /** One socket sends too much; the document has no code for it. */
  TOO_MANY("요청이 너무 많습니다. 잠시 후 다시 시도해 주세요."),
  /** The document has no code for it either. */
  UNKNOWN_EVENT("잘못된 요청입니다."),
  SERVER_ERROR("서버 오류가 발생했습니다.");

  private final String message;

  StudyError(String message) {
    this.message = message;
  }

  /** The document's code for it, which clients read. */
  public String code() {
    return switch (this) {
      case NOT_IN_ROOM, TOO_MANY, UNKNOWN_EVENT -> INVALID_REQUEST.name();
      default -> name();
    };
  }

  @Override
  public String message() {
    return message;
  }
}
