package dev.moim.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.template.HttpApi;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  private static final CorsRules RULES =
      rules(List.of("https://app.example", "https://*.test.example"), true);

  @Test
  void preflightIsAnsweredByTheGateway() {
    Call call = call("OPTIONS", "https://app.example", "POST");
    assertThat(CorsRules.isPreflight(call)).isTrue();
    Reply reply = RULES.preflight(call);
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.headers())
        .containsExactly(
            Map.entry("access-control-allow-origin", "https://app.example"),
            Map.entry("access-control-allow-credentials", "true"),
            Map.entry("access-control-allow-methods", "GET,POST"),
            Map.entry("access-control-allow-headers", "x-a"),
            Map.entry("access-control-max-age", "60"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example, true",
    "https://a.test.example, true",
    "http://app.example, false",
    "https://app.example.evil, false",
    "https://other.example, false"
  })
  void onlyAllowedOriginsAreNamed(String origin, boolean allowed) {
    Reply reply = RULES.applied(call("GET", origin, null), Reply.text(200, "hi"));
    assertThat(reply.has("access-control-allow-origin")).isEqualTo(allowed);
    assertThat(reply.has("access-control-expose-headers")).isEqualTo(allowed);
    assertThat(RULES.preflight(call("OPTIONS", origin, "GET")).headers().isEmpty())
        .isEqualTo(!allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:3291, true",
    "http://localhost:3292, false",
    "https://app.example, true"
  })
  void originsOfADeveloperAreAllowedBesidesTheTemplates(String origin, boolean allowed) {
    CorsRules more =
        new CorsRules(RULES.cors().allowing(List.of(Origin.of("http://LocalHost:3291").text())));
    Reply preflight = more.preflight(call("OPTIONS", origin, "POST"));
    assertThat(preflight.has("access-control-allow-origin")).isEqualTo(allowed);
    Reply reply = more.applied(call("GET", origin, null), Reply.text(200, "hi"));
    assertThat(reply.headers().contains(Map.entry("access-control-allow-origin", origin)))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:3291",
        "http://",
        "http://a/b",
        "http://a b",
        "*",
        "ftp://a",
        "http://a:x"
      })
  void whatIsNoOriginIsNamed(String typed) {
    assertThatThrownBy(() -> Origin.of(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + typed + "'");
  }

  @Test
  void functionsOwnCorsHeadersAreDropped() {
    Reply own = Reply.text(200, "hi").with("Access-Control-Allow-Origin", "*");
    Reply reply = RULES.applied(call("GET", "https://other.example", null), own);
    assertThat(reply.headers()).extracting(Map.Entry::getKey).containsExactly("content-type");
  }

  @Test
  void starAllowsEveryOriginAndStaysAStar() {
    CorsRules open = rules(List.of("*"), false);
    Reply reply = open.applied(call("GET", "https://x.example", null), Reply.text(200, "hi"));
    assertThat(reply.headers()).contains(Map.entry("access-control-allow-origin", "*"));
    assertThat(open.applied(call("GET", null, null), Reply.text(200, "hi")).headers()).hasSize(1);
  }

  @Test
  void otherOptionsRequestsAreNoPreflight() {
    assertThat(CorsRules.isPreflight(call("OPTIONS", "https://app.example", null))).isFalse();
    assertThat(CorsRules.isPreflight(call("OPTIONS", null, "GET"))).isFalse();
    assertThat(CorsRules.isPreflight(call("GET", "https://app.example", "GET"))).isFalse();
  }

  private static CorsRules rules(List<String> origins, boolean credentials) {
    return new CorsRules(
        new HttpApi.Cors(
            origins,
            List.of("GET", "POST"),
            List.of("x-a"),
            List.of("x-b"),
            credentials,
            Optional.of(Duration.ofMinutes(1))));
  }

  private static Call call(String method, String origin, String asked) {
    Map<String, List<String>> headers = new HashMap<>();
    if (origin != null) {
      headers.put("origin", List.of(origin));
    }
    if (asked != null) {
      headers.put("access-control-request-method", List.of(asked));
    }
    return new Call(
        method, "/", "", "HTTP/1.1", "host", "::1", headers, InputStream.nullInputStream());
  }
}
