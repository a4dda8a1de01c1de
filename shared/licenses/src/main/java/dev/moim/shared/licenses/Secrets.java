package dev.moim.shared.licenses;

import dev.moim.shared.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Hashes of keys we made ourselves. They hold over 128 random bits, so a plain SHA-256 cannot be
 * guessed back; a password chosen by a person would need Argon2.
 */
public final class Secrets {

  private Secrets() {}

  public static String hash(String secret) {
    return Sha256.hex(secret);
  }

  public static boolean matches(String secret, String hash) {
    return MessageDigest.isEqual(
        hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }
}
