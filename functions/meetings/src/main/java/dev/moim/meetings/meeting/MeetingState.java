package dev.moim.meetings.meeting;

/** How far a meeting has come. */
public enum MeetingState {
  /** People may apply. */
  RECRUITING,
  /** Its author has all they want. */
  CLOSED,
  /** Its author has deleted it. */
  CANCELED,
  /** It was deleted because its time had passed. */
  EXPIRED;

  /** Whether it is there; what is deleted is kept for the lists of those who had applied. */
  public boolean exists() {
    return this == RECRUITING || this == CLOSED;
  }
}
