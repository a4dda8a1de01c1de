package dev.moim.license;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes of keys we made ourselves. They hold over 128 random bits, so a plain SHA-256 cannot be
 * guessed back; a password chosen by a person would need Argon2.
 */
public final class Secrets {

  private Secrets() {}

  public static String hash(String secret) {
    return HexFormat.of().formatHex(sha256(secret));
  }

  public static boolean matches(String secret, String hash) {
    return MessageDigest.isEqual(
        hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
