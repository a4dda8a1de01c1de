package dev.moim.meetings.search;

import dev.moim.meetings.search.Shelves.Contents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * All listings, in memory. Volumes never change, so each is fetched once for as long as a function
 * instance lives; the fresh listings are asked for with each search.
 */
public final class Catalogue {

  private final Shelves shelves;

  /** Of the manifest that was seen last: every listing once, in its latest revision. */
  private List<Listing> bound = List.of();

  private Map<String, List<Listing>> volumes = Map.of();

  public Catalogue(Shelves shelves) {
    this.shelves = shelves;
  }

  /**
   * A listing that matches.
   *
   * @param position where it stands in the list
   */
  record Match(Listing listing, Position position) {}

  /**
   * What matches, in the order of the search, from its position on.
   *
   * @param limit how many at most
   */
  synchronized List<Match> find(Search search, int limit, Instant now) {
    Contents contents = shelves.contents();
    bind(contents.manifest());
    Map<Long, Listing> fresh = latest(List.of(contents.fresh()));
    Comparator<Match> order = Comparator.comparing(Match::position, search.order());
    PriorityQueue<Match> best = new PriorityQueue<>(order.reversed());
    for (Listing listing : bound) {
      if (!isOutdated(listing, fresh)) {
        offer(best, search, listing, now);
        trim(best, limit);
      }
    }
    for (Listing listing : fresh.values()) {
      offer(best, search, listing, now);
      trim(best, limit);
    }
    return best.stream().sorted(order).toList();
  }

  private static boolean isOutdated(Listing listing, Map<Long, Listing> fresh) {
    Listing other = fresh.get(listing.id());
    if (other != null && other.revision() < listing.revision()) {
      fresh.remove(listing.id());
      return false;
    }
    return other != null;
  }

  private static void offer(
      PriorityQueue<Match> best, Search search, Listing listing, Instant now) {
    if (search.matches(listing, now)) {
      Position position = search.position(listing);
      if (search.after().filter(after -> search.order().compare(position, after) <= 0).isEmpty()) {
        best.add(new Match(listing, position));
      }
    }
  }

  private static void trim(PriorityQueue<Match> best, int limit) {
    if (best.size() > limit) {
      best.remove();
    }
  }

  private void bind(Manifest manifest) {
    Set<String> wanted = new HashSet<>(manifest.ids());
    if (wanted.equals(volumes.keySet())) {
      return;
    }
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(volumes.keySet());
    Map<String, List<Listing>> all = new HashMap<>(volumes);
    all.keySet().retainAll(wanted);
    if (!missing.isEmpty()) {
      all.putAll(shelves.volumes(missing));
    }
    bound = new ArrayList<>(latest(all.values()).values());
    volumes = all;
  }

  /** Of several revisions of a meeting the last one counts, in whatever order they came. */
  static Map<Long, Listing> latest(Iterable<List<Listing>> lists) {
    Map<Long, Listing> latest = new HashMap<>();
    for (List<Listing> list : lists) {
      for (Listing listing : list) {
        latest.merge(
            listing.id(), listing, (one, two) -> two.revision() > one.revision() ? two : one);
      }
    }
    return latest;
  }
}
