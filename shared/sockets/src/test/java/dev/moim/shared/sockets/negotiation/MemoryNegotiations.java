package dev.moim.shared.sockets.negotiation;

import dev.moim.shared.sockets.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What peers have told each other, as one process remembers it. */
final class MemoryNegotiations implements Negotiations {

  private final Map<PairKey, Negotiation> noted = new HashMap<>();
  private final Map<PairKey, List<Early>> held = new HashMap<>();
  private final Map<PairKey, Message> kept = new HashMap<>();

  @Override
  public Negotiation find(PairKey pair) {
    return noted.getOrDefault(pair, Negotiation.NONE);
  }

  @Override
  public boolean hold(PairKey pair, Early early) {
    if (find(pair).admits(early.candidates())) {
      return false;
    }
    held.computeIfAbsent(pair, it -> new ArrayList<>()).add(early);
    return true;
  }

  @Override
  public Noted relayed(PairKey pair, Description description) {
    Negotiation before = find(pair);
    if (before.isOutdated(description)) {
      return new Noted.Overtaken();
    }
    Set<String> ufrags = new HashSet<>(before.ufrags());
    ufrags.addAll(description.ufrags());
    Negotiation now = new Negotiation(description.origin().or(before::latest), ufrags, true);
    noted.put(pair, now);
    return new Noted.Relayed(before, take(pair, early -> now.admits(early.candidates())));
  }

  @Override
  public List<Early> takeHeldBefore(PairKey pair, Instant moment) {
    return take(pair, early -> !early.receivedAt().isAfter(moment));
  }

  private List<Early> take(PairKey pair, Predicate<Early> which) {
    List<Early> all = held.getOrDefault(pair, new ArrayList<>());
    List<Early> taken =
        all.stream().filter(which).sorted(Comparator.comparing(Early::receivedAt)).toList();
    all.removeAll(taken);
    return taken;
  }

  @Override
  public void keep(PairKey pair, Message newest) {
    kept.put(pair, newest);
  }

  @Override
  public Optional<Message> kept(PairKey pair) {
    return Optional.ofNullable(kept.get(pair));
  }
}
