package dev.moim.chat;

import dev.moim.shared.kernel.ErrorCode;

/** Every way in which a request of this family can be refused, with the document's texts. */
public enum ChatError implements ErrorCode {
  /** No request, a field is missing, or it is not what it has to be. */
  INVALID(400, "유효하지 않은 요청"),
  ALREADY_IN(400, "이미 채팅방의 참여자입니다."),
  /** A message over a socket whose client never said who it is. */
  NOT_CONNECTED(401, "인증에 실패했습니다."),
  HOST_ONLY(401, "호스트만 이 작업을 수행할 수 있습니다."),
  NOT_FOR_HOST(401, "호스트는 이 작업을 수행할 수 없습니다."),
  NOT_IN_ROOM(403, "해당 채팅방에 참여 중이 아닙니다."),
  /** A message in somebody else's name. */
  NOT_SENDER(403, "본인의 이름으로만 메시지를 보낼 수 있습니다."),
  ROOM_NOT_FOUND(404, "해당 채팅방이 없습니다."),
  MEETING_NOT_FOUND(404, "존재하지 않는 모임입니다."),
  READ_STATE_NOT_FOUND(404, "읽기 상태 정보가 없습니다."),
  USER_NOT_FOUND(404, "사용자를 찾을 수 없습니다."),
  NOTIFICATION_NOT_FOUND(404, "알림을 찾을 수 없습니다."),
  DESTINATION_NOT_FOUND(404, "존재하지 않는 경로입니다."),
  TOO_MANY(429, "메시지를 너무 자주 보내고 있습니다."),
  FAILED(500, "내부 서버 오류");

  private final int status;
  private final String text;

  ChatError(int status, String text) {
    this.status = status;
    this.text = text;
  }

  @Override
  public String message() {
    return text;
  }

  /** Of an answer over HTTP, and of an error over STOMP. */
  public int status() {
    return status;
  }
}
