package dev.moim.meetings.participation;

/**
 * Somebody's wish to take part in a meeting.
 *
 * @param parties never change
 */
public record Application(long id, Parties parties) {

  /**
   * Which meeting, and who has to do with it.
   *
   * @param authorId of the meeting
   * @param title what it was called then
   */
  public record Parties(long meetingId, Applicant applicant, long authorId, String title) {}

  /**
   * Who wants to take part.
   *
   * @param name as they were called when they applied
   */
  public record Applicant(long userId, String name) {}

  public long meetingId() {
    return parties.meetingId();
  }

  public long userId() {
    return parties.applicant().userId();
  }
}
