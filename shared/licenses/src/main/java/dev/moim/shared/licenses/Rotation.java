package dev.moim.shared.licenses;

import dev.moim.shared.licenses.License.KeyName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * New keys of a license, in clear only here.
 *
 * @param oldUntil how long the keys they replace stay valid
 */
public record Rotation(Map<KeyName, String> newKeys, Instant oldUntil) {

  /** A key that somebody else may have is not kept alive for longer. */
  public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  /**
   * @return empty if there is no such license
   * @throws IllegalArgumentException if the overlap is negative or longer than it may be
   */
  public static Optional<Rotation> of(
      LicenseControl licenses,
      String licenseId,
      Collection<KeyName> which,
      Duration overlap,
      Instant now) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new IllegalArgumentException("the overlap may be up to 30 days");
    }
    Map<KeyName, String> keys = new EnumMap<>(KeyName.class);
    Map<KeyName, String> hashes = new EnumMap<>(KeyName.class);
    for (KeyName name : which) {
      String key = NewLicense.newKey();
      keys.put(name, key);
      hashes.put(name, HashedSecret.of(key).hex());
    }
    Instant oldUntil = now.plus(overlap);
    return licenses.rotate(licenseId, hashes, oldUntil)
        ? Optional.of(new Rotation(keys, oldUntil))
        : Optional.empty();
  }
}
