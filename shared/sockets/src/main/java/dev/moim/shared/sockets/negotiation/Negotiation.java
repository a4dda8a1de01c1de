package dev.moim.shared.sockets.negotiation;

import dev.moim.shared.sockets.negotiation.Description.Origin;
import java.util.Optional;
import java.util.Set;

/**
 * What one peer has been told by another so far, and what may follow.
 *
 * @param latest the newest description that was relayed; empty if there was none, or none that can
 *     be told apart
 * @param ufrags of all descriptions that were relayed
 * @param described whether any was
 */
public record Negotiation(Optional<Origin> latest, Set<String> ufrags, boolean described) {

  /** A description has one for each of its sections at most; more are of no use to anybody. */
  static final int MAX_UFRAGS = 32;

  public static final Negotiation NONE = new Negotiation(Optional.empty(), Set.of(), false);

  public Negotiation {
    ufrags = Set.copyOf(ufrags);
  }

  /** Whether a newer description of the same session was relayed, so that this one is not to be. */
  public boolean isOutdated(Description description) {
    return latest.isPresent()
        && description.origin().filter(origin -> latest.get().isAfter(origin)).isPresent();
  }

  /**
   * Whether a description of the same session may be under way at this moment that was made before
   * this one: the last one relayed is not its predecessor.
   */
  public boolean lacksPredecessorOf(Description description) {
    if (description.origin().isEmpty()) {
      return false;
    }
    Origin origin = description.origin().get();
    return latest
        .filter(last -> last.session().equals(origin.session()))
        .map(last -> last.version() + 1 < origin.version())
        .orElse(!origin.isFirst());
  }

  /**
   * Whether the description that these candidates belong to was relayed, as far as it can be told:
   * where no description named its user, any may be theirs.
   */
  public boolean admits(Candidates candidates) {
    boolean named = !candidates.ufrags().isEmpty() && !ufrags.isEmpty();
    return named ? ufrags.containsAll(candidates.ufrags()) : described;
  }
}
