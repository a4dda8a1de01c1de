package dev.moim.accounts.social;

import dev.moim.shared.kernel.HmacSha256;
import dev.moim.shared.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Ties a login at Kakao to the browser that began it, so that nobody can make another browser log
 * in as them. What goes out and what must come back follows from the browser's cookie and a secret
 * of ours: nothing is stored.
 */
public final class Attempts {

  /** How long somebody may look at Kakao's pages. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  private static final Pattern STATE = Pattern.compile("([0-9]{1,12})\\.([0-9a-f]{64})");

  private final Supplier<String> secret;
  private final Clock clock;

  public Attempts(Supplier<String> secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** What goes to Kakao and comes back with the code. */
  String state(Attempt attempt) {
    long end = clock.instant().plus(LIFE).getEpochSecond();
    return end + "." + mac("state " + end, attempt);
  }

  /** Whether a state was made for this attempt, and lately. */
  boolean matches(Attempt attempt, String state) {
    var parts = STATE.matcher(state);
    return parts.matches()
        && Instant.ofEpochSecond(Long.parseLong(parts.group(1))).isAfter(clock.instant())
        && isSame(parts.group(2), mac("state " + parts.group(1), attempt));
  }

  /** Of PKCE: what proves to Kakao that the code came back to whoever asked for it. */
  String verifier(Attempt attempt) {
    return mac("verifier", attempt);
  }

  /** The hash of the verifier, which goes ahead. */
  String challenge(Attempt attempt) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier(attempt)));
  }

  Attempt sealed(Attempt attempt, String code) {
    return attempt.sealed(mac("code " + code, attempt));
  }

  /** Whether this code came back to this attempt with its state. */
  public boolean hasBrought(Attempt attempt, String code) {
    return attempt.seal().filter(seal -> isSame(seal, mac("code " + code, attempt))).isPresent();
  }

  private String mac(String what, Attempt attempt) {
    byte[] mac = HmacSha256.of(secret.get(), "kakao " + what + " " + attempt.secret());
    return HexFormat.of().formatHex(mac);
  }

  /** In a time that tells nothing. */
  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
