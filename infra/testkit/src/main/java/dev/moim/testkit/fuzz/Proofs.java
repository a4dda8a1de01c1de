package dev.moim.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a request shows to prove who sends it: genuine, forged, or garbage. */
final class Proofs {

  private static final List<String> HEADERS =
      List.of(
          "{\"alg\":\"none\"}",
          "{\"alg\":\"HS256\"}",
          "{\"alg\":\"HS512\",\"typ\":\"JWT\"}",
          "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
          "{\"alg\":\"dir\",\"enc\":\"A256CBC-HS512\",\"kid\":\"x\"}",
          "{\"alg\":\"dir\",\"enc\":\"none\"}",
          "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"crit\":[\"exp\"]}",
          "{\"alg\":5}",
          "{\"alg\":null,\"enc\":{}}",
          "[]",
          "{");

  private final List<Map<String, String>> genuine = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();

  void add(Map<String, String> headers) {
    genuine.add(headers);
  }

  void cookie(String name) {
    cookies.add(name);
  }

  Map<String, String> headers(RandomGenerator random) {
    Map<String, String> headers = new HashMap<>();
    if (!genuine.isEmpty() && random.nextInt(25) != 0) {
      headers.putAll(NastyTexts.pick(random, genuine));
    }
    if (random.nextInt(20) == 0) {
      headers.replaceAll((_, value) -> NastyTexts.mutated(random, value));
    }
    if (random.nextInt(30) == 0) {
      headers.clear();
      headers.put("authorization", "Bearer " + token(random));
    }
    if (random.nextInt(30) == 0) {
      headers.clear();
      headers.put("s-connector-jwt", token(random));
    }
    return headers;
  }

  /** As the gateway lists them. */
  List<String> cookies(RandomGenerator random) {
    List<String> sent = new ArrayList<>();
    while (!cookies.isEmpty() && random.nextInt(3) != 0) {
      String piece = random.nextInt(4) == 0 ? "." + random.nextInt(3) : "";
      sent.add(NastyTexts.pick(random, cookies) + piece + "=" + token(random));
    }
    if (random.nextInt(10) == 0) {
      sent.add(NastyTexts.any(random));
    }
    return sent;
  }

  /** A token in three or five parts, of which each may be anything. */
  private static String token(RandomGenerator random) {
    if (random.nextInt(6) == 0) {
      return NastyTexts.any(random);
    }
    List<String> parts = new ArrayList<>(List.of(encoded(NastyTexts.pick(random, HEADERS))));
    int length = NastyTexts.pick(random, List.of(2, 3, 3, 5, 5, 5, 6));
    while (parts.size() < length) {
      parts.add(
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> encoded("{\"sub\":\"ann\",\"exp\":99999999999}");
            case 2 -> NastyTexts.any(random);
            default -> encoded("x".repeat(random.nextInt(40)));
          });
    }
    return String.join(".", parts);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
