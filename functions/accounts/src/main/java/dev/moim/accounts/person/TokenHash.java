package dev.moim.accounts.person;

import dev.moim.shared.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What is stored of a random text that opens something: nobody who reads the table can use it.
 *
 * @param hex SHA-256, which is enough for a text that cannot be guessed
 */
public record TokenHash(String hex) {

  public static TokenHash of(String token) {
    return new TokenHash(Sha256.hex(token));
  }

  /** In a time that tells nothing. */
  public boolean matches(TokenHash other) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
  }
}
