package dev.moim.shared.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC (RFC 2104) with SHA-256; of keys and texts in UTF-8. */
public final class HmacSha256 {

  private static final String NAME = "HmacSHA256";

  private HmacSha256() {}

  /** 32 bytes that only those who have the key can make of the text. */
  public static byte[] of(String key, String text) {
    return of(key.getBytes(StandardCharsets.UTF_8), text);
  }

  /** The same with a key of any bytes. */
  public static byte[] of(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(NAME);
      mac.init(new SecretKeySpec(key, NAME));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
