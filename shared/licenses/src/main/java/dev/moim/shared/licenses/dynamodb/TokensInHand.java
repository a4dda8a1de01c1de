package dev.moim.shared.licenses.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens of licenses that this instance has taken in advance, several with one write. What it does
 * not use within seconds is lost: over time nobody gets more than the limit, and a burst exceeds it
 * by no more than what instances have in hand. They are only taken while the license has plenty, so
 * nobody is refused for want of them.
 */
final class TokensInHand {

  /** So many are taken at once. */
  static final int HANDFUL = 10;

  private static final Duration LIFE = Duration.ofSeconds(10);
  private static final int MOST_LICENSES = 1_000;

  private record Hand(int left, Instant until) {}

  private final Map<String, Hand> hands =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Hand> eldest) {
          return size() > MOST_LICENSES;
        }
      };

  /** Whether there was one to take. */
  synchronized boolean take(String licenseId, Instant now) {
    Hand hand = hands.get(licenseId);
    if (hand == null || hand.left() == 0 || !now.isBefore(hand.until())) {
      return false;
    }
    hands.put(licenseId, new Hand(hand.left() - 1, hand.until()));
    return true;
  }

  /** Back, what was not needed; it lives no longer for that. */
  synchronized void giveBack(String licenseId) {
    hands.computeIfPresent(licenseId, (id, hand) -> new Hand(hand.left() + 1, hand.until()));
  }

  synchronized void add(String licenseId, int more, Instant now) {
    Hand hand = hands.get(licenseId);
    if (hand != null && hand.left() > 0 && now.isBefore(hand.until())) {
      hands.put(licenseId, new Hand(hand.left() + more, hand.until()));
    } else {
      hands.put(licenseId, new Hand(more, now.plus(LIFE)));
    }
  }
}
