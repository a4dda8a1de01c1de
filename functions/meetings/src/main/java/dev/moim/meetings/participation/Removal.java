package dev.moim.meetings.participation;

/** Who wants whom to take part in which meeting no longer. */
public record Removal(long callerId, long meetingId, long userId) {

  boolean isOwn() {
    return callerId == userId;
  }
}
