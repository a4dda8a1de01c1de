package dev.moim.studies.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody who is or was in a session.
 *
 * @param byUserId one entry for each, however often they came
 */
public record Roster(Map<String, CallParticipant> byUserId) {

  public static final Roster EMPTY = new Roster(Map.of());

  public Roster {
    byUserId = Map.copyOf(byUserId);
  }

  public int size() {
    return byUserId.size();
  }

  public boolean isEmpty() {
    return byUserId.isEmpty();
  }

  public Optional<CallParticipant> find(String userId) {
    return Optional.ofNullable(byUserId.get(userId));
  }

  /** In the order they first came. */
  public List<CallParticipant> all() {
    return byUserId.values().stream()
        .sorted(
            Comparator.comparing(CallParticipant::joinedAt)
                .thenComparing(participant -> participant.user().id()))
        .toList();
  }

  /** Who is in the call now, in the order they first came. */
  public List<CallParticipant> inside() {
    return all().stream().filter(CallParticipant::isInside).toList();
  }

  /** When the last of those left who have left. */
  Optional<Instant> lastLeftAt() {
    return byUserId.values().stream()
        .flatMap(left -> left.leftAt().stream())
        .max(Instant::compareTo);
  }

  Roster with(CallParticipant changed) {
    Map<String, CallParticipant> all = new HashMap<>(byUserId);
    all.put(changed.user().id(), changed);
    return new Roster(all);
  }
}
