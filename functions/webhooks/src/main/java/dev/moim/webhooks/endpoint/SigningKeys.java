package dev.moim.webhooks.endpoint;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What messages to an endpoint are signed with: {@code whsec_} and 32 random bytes in base64. After
 * a rotation both sign for a while, so that a receiver may change when it likes.
 *
 * @param oldUntil how long the one before signs too, epoch milliseconds
 * @param old the one before, if there was one
 */
public record SigningKeys(String current, long oldUntil, Optional<String> old) {

  static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  public static SigningKeys fresh() {
    return new SigningKeys(newKey(), 0, Optional.empty());
  }

  SigningKeys rotated(Instant now, Duration overlap) {
    return new SigningKeys(newKey(), now.plus(overlap).toEpochMilli(), Optional.of(current));
  }

  /** Those that sign now, the current one first. */
  public List<String> at(Instant now) {
    return overlaps(now) ? List.of(current, old.orElseThrow()) : List.of(current);
  }

  /** Whether the one before still signs. */
  public boolean overlaps(Instant now) {
    return old.isPresent() && now.toEpochMilli() < oldUntil;
  }

  /** The bytes that a key's text stands for. */
  public static byte[] bytes(String key) {
    return Base64.getDecoder().decode(key.substring(PREFIX.length()));
  }

  private static String newKey() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** Keys end up in no log. */
  @Override
  public String toString() {
    return "SigningKeys";
  }
}
