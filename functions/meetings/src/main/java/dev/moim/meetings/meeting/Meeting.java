package dev.moim.meetings.meeting;

import java.time.Instant;

/**
 * People who want to eat together, and what its author says about it.
 *
 * @param approvedCount how many take part, the author included
 * @param authorId {@link #NOBODY} if their account is deleted
 * @param revision one more with each change of what lists and searches show
 */
public record Meeting(
    long id, Details details, long authorId, int approvedCount, MeetingState state, int revision) {

  /** In the place of an author whose account is deleted. */
  public static final long NOBODY = 0;

  /** One that was just made, with its author in it. */
  public static Meeting of(long id, Details details, long authorId) {
    return new Meeting(id, details, authorId, 1, MeetingState.RECRUITING, 1);
  }

  public boolean exists() {
    return state.exists();
  }

  /** Whether people may apply, and lists show it. */
  public boolean isOpen(Instant now) {
    return state == MeetingState.RECRUITING && details.at().isAfter(now);
  }

  public boolean isFull() {
    return approvedCount >= details.maxCount();
  }

  public Meeting with(Details others) {
    return new Meeting(id, others, authorId, approvedCount, state, revision + 1);
  }

  public Meeting as(MeetingState next) {
    return new Meeting(id, details, authorId, approvedCount, next, revision + 1);
  }

  /** Called off since its author's account is deleted, of whom no picture is left. */
  public Meeting abandoned() {
    Details rest = details.pictured(null);
    return new Meeting(id, rest, authorId, approvedCount, MeetingState.CANCELED, revision + 1);
  }

  public boolean hasAuthor() {
    return authorId != NOBODY;
  }

  /** The id by which its members find it as a group. */
  public String groupId() {
    return Long.toString(id);
  }
}
