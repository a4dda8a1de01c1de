package dev.moim.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.template.EventSource;
import dev.moim.template.Function;
import dev.moim.template.Template;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRoutesTest {

  private static final HttpRoutes ROUTES =
      new HttpRoutes(
          new Template(
              List.of(
                  function("default", "ANY", "$default"),
                  function("greedy", "ANY", "/api/{proxy+}"),
                  function("variable", "GET", "/api/rooms/{id}"),
                  function("anyVariable", "ANY", "/api/rooms/{id}"),
                  function("literal", "GET", "/api/rooms/all"),
                  function("deep", "GET", "/api/{kind}/all/members")),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Optional.empty()));

  @ParameterizedTest
  @CsvSource({
    "GET, /api/rooms/all, literal",
    "GET, /api/rooms/r1, variable",
    "PUT, /api/rooms/r1, anyVariable",
    "GET, /api/rooms/all/members, deep",
    "GET, /api/rooms/r1/members, greedy",
    "GET, /api/x, greedy",
    "GET, /api, default",
    "GET, /, default"
  })
  void theMostSpecificRouteWins(String method, String path, String function) {
    assertThat(find(method, path).orElseThrow().route().function()).isEqualTo(function);
  }

  @Test
  void keysAreThoseOfTheTemplate() {
    assertThat(find("GET", "/api/rooms/1").orElseThrow().route().key())
        .isEqualTo("GET /api/rooms/{id}");
    assertThat(find("GET", "/").orElseThrow().route().key()).isEqualTo("$default");
  }

  private static Optional<HttpRoutes.Match> find(String method, String path) {
    return ROUTES.find(
        new Call(
            method,
            path,
            "",
            "HTTP/1.1",
            "localhost",
            "127.0.0.1",
            Map.of(),
            InputStream.nullInputStream()));
  }

  @Test
  void emptySegmentIsNoValue() {
    assertThat(RoutePattern.of("/rooms/{id}").match("/rooms/")).isEmpty();
    assertThat(RoutePattern.of("/rooms/{id}").match("/rooms/a+b")).contains(Map.of("id", "a+b"));
  }

  private static Function function(String name, String method, String path) {
    return new Function(
        name,
        "a.B",
        Map.of(),
        Duration.ofSeconds(3),
        128,
        List.of(new EventSource.HttpRoute("Api", method, path)));
  }
}
