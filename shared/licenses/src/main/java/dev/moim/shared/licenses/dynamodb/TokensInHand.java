package dev.moim.shared.licenses.dynamodb;

import dev.moim.shared.kernel.Recent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

  private final Recent<String, Hand> hands = new Recent<>(MOST_LICENSES, LIFE);

  /** Whether there was one to take. */
  synchronized boolean take(String licenseId, Instant now) {
    Optional<Hand> hand = inHand(licenseId, now);
    hand.ifPresent(it -> hands.put(licenseId, new Hand(it.left() - 1, it.until())));
    return hand.isPresent();
  }

  /** Back, what was not needed; it lives no longer for that. */
  synchronized void giveBack(String licenseId) {
    hands
        .find(licenseId)
        .ifPresent(hand -> hands.put(licenseId, new Hand(hand.left() + 1, hand.until())));
  }

  synchronized void add(String licenseId, int more, Instant now) {
    Hand hand = inHand(licenseId, now).orElse(new Hand(0, now.plus(LIFE)));
    hands.put(licenseId, new Hand(hand.left() + more, hand.until()));
  }

  private Optional<Hand> inHand(String licenseId, Instant now) {
    return hands.find(licenseId).filter(hand -> hand.left() > 0 && now.isBefore(hand.until()));
  }
}
