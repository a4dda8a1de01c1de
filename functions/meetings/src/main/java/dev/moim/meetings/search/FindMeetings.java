package dev.moim.meetings.search;

import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.search.Catalogue.Match;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists and searches open meetings. */
public final class FindMeetings {

  /** More than a page, for what the catalogue has not heard of yet: meetings just deleted. */
  private static final int SPARE = 5;

  private final Meetings meetings;
  private final Catalogue catalogue;
  private final Clock clock;

  public FindMeetings(Meetings meetings, Catalogue catalogue, Clock clock) {
    this.meetings = meetings;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** A meeting in a list. */
  public record Hit(Meeting meeting, Position position) {}

  /**
   * Part of a list.
   *
   * @param next where it goes on, if it does
   */
  public record Hits(List<Hit> hits, Optional<Position> next) {
    public Hits {
      hits = List.copyOf(hits);
    }
  }

  public Hits page(Search search) {
    Instant now = clock.instant();
    List<Hit> hits =
        search.from().isEmpty() && search.wantsAll() ? byDate(search, now) : found(search, now);
    if (hits.size() <= search.size()) {
      return new Hits(hits, Optional.empty());
    }
    List<Hit> page = hits.subList(0, search.size());
    return new Hits(page, Optional.of(page.getLast().position()));
  }

  private List<Hit> byDate(Search search, Instant now) {
    var after = search.after().filter(at -> at.at().isAfter(now)).orElse(new Position(0, 0, now));
    return meetings.open(after.at(), after.id(), search.size() + 1).stream()
        .filter(meeting -> meeting.isOpen(now))
        .map(meeting -> new Hit(meeting, search.position(Listing.of(meeting))))
        .toList();
  }

  /** Looks at each meeting itself: the catalogue may be a moment behind, the answer is not. */
  private List<Hit> found(Search search, Instant now) {
    int wanted = search.size() + 1;
    List<Hit> hits = new ArrayList<>();
    Search rest = search;
    while (true) {
      List<Match> matches = catalogue.find(rest, wanted + SPARE, now);
      Map<Long, Meeting> current =
          matches.isEmpty()
              ? Map.of()
              : meetings.findAll(matches.stream().map(match -> match.listing().id()).toList());
      for (Match match : matches) {
        Meeting meeting = current.get(match.listing().id());
        if (meeting != null && isStill(match, meeting, rest, now)) {
          hits.add(new Hit(meeting, match.position()));
        }
      }
      if (hits.size() >= wanted || matches.size() < wanted + SPARE) {
        return hits.subList(0, Math.min(wanted, hits.size()));
      }
      rest = search.after(matches.getLast().position());
    }
  }

  private static boolean isStill(Match match, Meeting meeting, Search search, Instant now) {
    Listing listing = Listing.of(meeting);
    return search.matches(listing, now) && search.position(listing).equals(match.position());
  }
}
