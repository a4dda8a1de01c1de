package dev.moim.chat.notification;

/** What people are notified of. */
public enum NotificationType {
  /** Somebody wants to take part in a meeting of theirs. */
  NEW_PARTICIPATION_REQUEST("%s님이 '%s' 모임에 참여를 신청했습니다."),
  PARTICIPANT_LEFT("%s님이 '%s' 모임에서 나갔습니다."),
  PARTICIPANT_APPROVED("'%2$s' 모임 참여가 승인되었습니다."),
  PARTICIPANT_REJECTED("'%2$s' 모임 참여가 거절되었습니다."),
  PARTICIPANT_KICKED("'%2$s' 모임에서 강퇴되었습니다."),
  PARTICIPANT_MEETING_CLOSED("'%2$s' 모임의 모집이 완료되었습니다."),
  MEETING_CANCELED("'%2$s' 모임이 취소되었습니다."),
  MEETING_EXPIRED("'%2$s' 모임이 종료되었습니다."),
  /** There is something to read in a room. It is never stored: reading it ends it. */
  NEW_CHAT_MESSAGE("'%2$s' 채팅방에 새 메시지가 있습니다.");

  private final String text;

  NotificationType(String text) {
    this.text = text;
  }

  /** What it says, in one sentence. */
  public String content(About about) {
    return text.formatted(about.whom().nickname(), about.title());
  }
}
