package dev.moim.meetings;

import dev.moim.shared.kernel.ErrorCode;

/** Every way in which a request of this family can be refused, with the document's texts. */
public enum MeetingError implements ErrorCode {
  INVALID_FORM(400, "올바르지 않은 값이 있습니다."),
  NOT_RECRUITING(400, "신청할 수 없는 모임 상태입니다."),
  WRONG_STATUS(400, "유효하지 않은 참여 상태입니다."),
  UNKNOWN_CATEGORY(400, "유효한 음식 카테고리가 아닙니다."),
  NOT_AUTHOR(403, "해당 모임의 작성자가 아닙니다."),
  NOT_AUTHOR_TO_COMPLETE(403, "작성자만 상태를 변경할 수 있습니다."),
  OWN_MEETING(403, "본인이 개설한 모임에는 참여 신청을 할 수 없습니다."),
  NOT_APPLICANT(403, "해당 참여 신청의 신청자가 아닙니다."),
  MEETING_NOT_FOUND(404, "존재하지 않는 모임입니다."),
  PARTICIPATION_NOT_FOUND(404, "신청을 찾을 수 없습니다."),
  ALREADY_APPLIED(409, "이미 참여 신청한 모임입니다."),
  FULL(409, "모임 인원이 가득 찼습니다."),
  /** Somebody else changed the same thing meanwhile; looking again shows what it is now. */
  CHANGED_MEANWHILE(409, "다른 요청이 먼저 처리되었습니다. 다시 시도해 주세요."),
  TOO_MANY_POSTS(429, "하루 포스팅 개수 제한을 초과하였습니다.");

  private final int status;
  private final String text;

  MeetingError(int status, String text) {
    this.status = status;
    this.text = text;
  }

  @Override
  public String message() {
    return text;
  }

  /** Of an answer over HTTP. */
  public int status() {
    return status;
  }
}
