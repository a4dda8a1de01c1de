package dev.moim.kakao;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What somebody has consented to, until it is exchanged for tokens.
 *
 * @param redirectUri which the exchange has to repeat
 * @param challenge of PKCE, if the app sent one
 */
record Grant(
    Consent consent, String redirectUri, Optional<Challenge> challenge, Instant goodUntil) {

  /**
   * @param email whether the app may see it
   */
  record Consent(Person person, boolean email) {

    String scope() {
      return email ? "account_email profile_nickname" : "profile_nickname";
    }
  }

  /** Which proof will be asked for (RFC 7636). */
  record Challenge(String method, String value) {

    boolean isMetBy(String verifier) {
      return value.equals(method.equals("S256") ? hash(verifier) : verifier);
    }

    private static String hash(String verifier) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256")
                .digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
