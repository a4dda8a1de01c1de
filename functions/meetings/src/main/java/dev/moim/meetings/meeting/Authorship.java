package dev.moim.meetings.meeting;

import java.util.List;

/** What is kept of somebody as an author, as whoever forgets them needs it. */
public interface Authorship {

  /**
   * A day on which they made meetings.
   *
   * @param meetingIds of those that are not deleted
   * @param pictures of those that are
   */
  record Day(long authorId, PostingDay date, List<Long> meetingIds, List<String> pictures) {
    public Day {
      meetingIds = List.copyOf(meetingIds);
      pictures = List.copyOf(pictures);
    }
  }

  /** All of them; one request for each 1 MB. The answer is the latest. */
  List<Day> days(long authorId);

  /**
   * Leaves a meeting without author and picture, and takes it off its author's day, which keeps the
   * picture's name. One request.
   *
   * @return false if somebody has changed the meeting meanwhile
   */
  boolean disown(Meeting before);

  /**
   * Deletes a day on which no meeting is left. One request.
   *
   * @return false if there is one
   */
  boolean forget(Day day);
}
