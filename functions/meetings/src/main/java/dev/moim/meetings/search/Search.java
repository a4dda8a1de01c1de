package dev.moim.meetings.search;

import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.GeoPoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to see: open meetings, the nearest first, or by date for whoever does not say
 * where they are.
 *
 * @param after where the last page ended
 * @param categories of which a meeting must have all
 */
public record Search(
    Optional<GeoPoint> from,
    Optional<Position> after,
    int size,
    Optional<Keyword> keyword,
    Set<Category> categories) {

  public Search {
    categories = Set.copyOf(categories);
  }

  boolean wantsAll() {
    return keyword.isEmpty() && categories.isEmpty();
  }

  Search after(Position position) {
    return new Search(from, Optional.of(position), size, keyword, categories);
  }

  /** In which order its answers come; of two at the same place or time the older one first. */
  Comparator<Position> order() {
    Comparator<Position> main =
        from.isPresent()
            ? Comparator.comparingDouble(Position::distance)
            : Comparator.comparing(Position::at);
    return main.thenComparingLong(Position::id);
  }

  Position position(Listing listing) {
    double distance = from.map(here -> here.distanceTo(listing.point())).orElse(0.0);
    return new Position(listing.id(), distance, listing.at());
  }

  /** Whether it is an answer, wherever in the list. */
  boolean matches(Listing listing, Instant now) {
    return listing.open()
        && listing.at().isAfter(now)
        && listing.has(Listing.mask(categories))
        && keyword.filter(word -> !word.isIn(listing)).isEmpty();
  }
}
