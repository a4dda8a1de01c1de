package dev.moim.shared.licenses;

import dev.moim.shared.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What we keep of a secret we made ourselves. It holds over 128 random bits, so a plain SHA-256
 * cannot be guessed back; a password chosen by a person would need Argon2.
 *
 * @param hex the hash; a text that is none belongs to no secret
 */
public record HashedSecret(String hex) {

  public static HashedSecret of(String secret) {
    return new HashedSecret(Sha256.hex(secret));
  }

  /** Compares in constant time. */
  public boolean matches(String secret) {
    return MessageDigest.isEqual(
        Sha256.hex(secret).getBytes(StandardCharsets.US_ASCII),
        hex.getBytes(StandardCharsets.US_ASCII));
  }
}
