package dev.moim.shared.kernel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * What one function instance remembers of those whom it served lately: a hint that spares a request
 * or a count that costs none, never the only place of anything. It forgets what was not used for a
 * while, and if that is too much still, what was not used for longest.
 */
public final class Recent<K, V> {

  private record Kept<V>(V value, long usedAt) {}

  private final int most;
  private final long life;
  private final LongSupplier nanoTime;
  private final SequencedMap<K, Kept<V>> byUse = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most so many are remembered, about 200 bytes each
   * @param life of what is not used; it may be remembered for longer while nothing is put
   */
  public Recent(int most, Duration life) {
    this(most, life, System::nanoTime);
  }

  Recent(int most, Duration life, LongSupplier nanoTime) {
    this.most = most;
    this.life = life.toNanos();
    this.nanoTime = nanoTime;
  }

  public synchronized Optional<V> find(K key) {
    long now = nanoTime.getAsLong();
    return Optional.ofNullable(byUse.computeIfPresent(key, (same, kept) -> used(kept.value(), now)))
        .map(Kept::value);
  }

  public synchronized void put(K key, V value) {
    long now = nanoTime.getAsLong();
    byUse.put(key, used(value, now));
    while (byUse.size() > most || isOver(byUse.firstEntry(), now)) {
      byUse.pollFirstEntry();
    }
  }

  private boolean isOver(Map.Entry<K, Kept<V>> eldest, long now) {
    return now - eldest.getValue().usedAt() > life;
  }

  private static <V> Kept<V> used(V value, long now) {
    return new Kept<>(value, now);
  }
}
