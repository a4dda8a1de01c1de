package dev.moim.meetings.participation;

/**
 * An application, and what became of it.
 *
 * @param status as it is kept; what it means depends on the meeting, see {@link
 *     ParticipationStatus#in}
 */
public record Participation(Application application, ParticipationStatus status) {

  public long id() {
    return application.id();
  }
}
