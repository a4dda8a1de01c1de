package dev.moim.meetings.search;

import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.Details;
import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingState;
import java.time.Instant;
import java.util.Collection;

/**
 * What finding a meeting takes, as of one of its revisions.
 *
 * @param open false if there is nothing to find any more
 * @param categories one bit each
 */
public record Listing(
    long id, int revision, boolean open, Instant at, GeoPoint point, int categories, Words words) {

  /** Normal texts. */
  public record Words(String title, String address, String content) {

    static final Words NONE = new Words("", "", "");

    String of(SearchType type) {
      return switch (type) {
        case TITLE -> title;
        case ADDRESS -> address;
        case CONTENT -> content;
      };
    }
  }

  public static Listing of(Meeting meeting) {
    Details details = meeting.details();
    boolean open = meeting.state() == MeetingState.RECRUITING;
    return new Listing(
        meeting.id(),
        meeting.revision(),
        open,
        details.at(),
        details.venue().point(),
        mask(details.categories()),
        open ? words(details) : Words.NONE);
  }

  private static Words words(Details details) {
    return new Words(
        Normal.of(details.title()),
        Normal.of(details.venue().address()),
        Normal.of(details.content()));
  }

  static int mask(Collection<Category> categories) {
    return categories.stream().mapToInt(Category::bit).sum();
  }

  boolean has(int wanted) {
    return (categories & wanted) == wanted;
  }
}
