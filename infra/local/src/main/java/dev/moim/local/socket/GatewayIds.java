package dev.moim.local.socket;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Ids of the form API Gateway gives connections, requests and messages: {@code L0SM9cOFvHcCIhw=}.
 */
final class GatewayIds {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 11;

  private GatewayIds() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
