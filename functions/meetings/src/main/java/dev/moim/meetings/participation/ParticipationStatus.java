package dev.moim.meetings.participation;

import dev.moim.meetings.meeting.MeetingState;

/** What became of somebody's wish to take part in a meeting. */
public enum ParticipationStatus {
  /** Nobody has decided yet. */
  PENDING,
  /** They take part. */
  APPROVED,
  /** The author said no. */
  REJECTED,
  /** Nobody had decided when the meeting closed, or it is over. */
  CLOSED,
  /** The author has deleted the meeting. */
  CANCELED;

  /**
   * What it is in view of its meeting. Only the first three are kept: closing or deleting a meeting
   * is one write, however many have applied.
   */
  public ParticipationStatus in(MeetingState meeting) {
    if (this != PENDING && this != APPROVED) {
      return this;
    }
    return switch (meeting) {
      case RECRUITING -> this;
      case CLOSED -> this == PENDING ? CLOSED : this;
      case CANCELED -> CANCELED;
      case EXPIRED -> CLOSED;
    };
  }

  /** Whether its applicant may take it off their list. Who takes part has to leave instead. */
  public boolean isDeletable() {
    return this != APPROVED;
  }
}
