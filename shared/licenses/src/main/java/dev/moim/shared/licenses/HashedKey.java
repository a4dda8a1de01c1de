package dev.moim.shared.licenses;

import java.time.Instant;

/**
 * A key as we keep it: hashed. After a rotation the one before it stays valid for a while.
 *
 * @param hash SHA-256, hex
 * @param oldUntil how long the key before is valid, epoch milliseconds
 * @param oldHash of the key before; "" if there was none
 */
public record HashedKey(String hash, long oldUntil, String oldHash) {

  /** Accepts nothing. */
  public static final HashedKey NONE = of("");

  public static HashedKey of(String hash) {
    return new HashedKey(hash, 0, "");
  }

  /**
   * Compares in constant time: how long it takes tells nothing about the keys, nor which of them it
   * was.
   */
  public boolean accepts(String key, Instant now) {
    boolean current = new HashedSecret(hash).matches(key);
    boolean old = new HashedSecret(oldHash).matches(key);
    return current || (old && overlaps(now));
  }

  /** Whether the key before is still valid. */
  public boolean overlaps(Instant now) {
    return now.toEpochMilli() < oldUntil;
  }

  /** Not the hashes: whoever has one can try keys at home, and records end up in logs. */
  @Override
  public String toString() {
    return "HashedKey";
  }
}
