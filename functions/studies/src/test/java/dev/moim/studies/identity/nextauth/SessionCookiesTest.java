package dev.moim.studies.identity.nextauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.wire.json.Json;
import dev.moim.studies.User;
import dev.moim.studies.identity.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads cookies that next-auth 4 and Auth.js 5 wrote: {@code infra/local/src/test/node/session}.
 */
public class SessionCookiesTest {

  private static final Map<String, ?> FILE = file();
  public static final String SECRET = (String) FILE.get("secret");
  public static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  private final SessionCookies cookies = at(NOW);

  @TestFactory
  Stream<DynamicTest> agreesWithTheLibraries() {
    return vectors()
        .map(vector ->
            DynamicTest.dynamicTest(
                vector.name(),
                () ->
                    assertThat(cookies.find(vector.cookies()).known().map(User::id))
                        .isEqualTo(
                            vector.accepted()
                                ? Optional.of("user-456")
                                : Optional.<String>empty())));
  }

  @Test
  void takesNameAndPicture() {
    assertThat(cookies.find(first("a session").cookies()))
        .isEqualTo(new Identity.Known(new User("user-456", "김철수", "https://example.com/456.png")));
  }

  @Test
  void believesNoneWithoutASecret() {
    SessionCookies unconfigured = new SessionCookies(Optional.empty(), Clock.systemUTC());
    assertThat(unconfigured.find(first("a session").cookies())).isEqualTo(Identity.failed());
  }

  @Test
  void readsTheGoodOneOfTwoForms() {
    Map<String, String> jar = new HashMap<>(first("a long session in several cookies").cookies());
    jar.put("next-auth.session-token", "what an earlier session left behind");
    assertThat(cookies.find(jar).known()).isPresent();
  }

  @Test
  void ignoresOtherCookies() {
    assertThat(cookies.find(Map.of())).isEqualTo(Identity.none());
    Map<String, String> others = Map.of("theme", "dark", "next-auth.session-token.x", "a");
    assertThat(cookies.find(others)).isEqualTo(Identity.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"dir\"}",
        "{\"alg\":\"dir\",\"enc\":\"none\"}",
        "{\"alg\":\"HS256\"}",
        "{\"alg\":null,\"enc\":null}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"crit\":[\"x\"]}",
        "{\"enc\":\"A256GCM\"}",
        "[]",
        "{"
      })
  void aHeaderThatNoSessionHasIsAForgery(String header) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8));
    for (String rest : List.of("", ".", ".e30.", "..AAAA.AAAA.AAAA", ".AAAA.AAAA.AAAA.AAAA")) {
      Map<String, String> jar = Map.of("next-auth.session-token", encoded + rest);
      assertThat(cookies.find(jar)).as(rest).isEqualTo(Identity.failed());
    }
  }

  @Test
  void endsWithTheSession() {
    Map<String, String> jar = first("a session").cookies();
    assertThat(at(NOW.plus(Duration.ofDays(36_000))).find(jar).known()).isPresent();
    assertThat(at(NOW.plus(Duration.ofDays(37_000))).find(jar)).isEqualTo(Identity.failed());
  }

  @Test
  void tellsASessionWithoutAUserFromAForgedOne() {
    assertThat(cookies.find(first("a session of nobody").cookies())).isEqualTo(Identity.nobody());
    assertThat(cookies.find(first("a truncated session").cookies())).isEqualTo(Identity.failed());
  }

  private static SessionCookies at(Instant now) {
    return new SessionCookies(Optional.of(() -> SECRET), Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Somebody's session at {@link #NOW}, by the names of its cookies. */
  public static Map<String, String> session() {
    return first("a session").cookies();
  }

  private static Vector first(String what) {
    return vectors().filter(vector -> vector.name().contains(what)).findFirst().orElseThrow();
  }

  private static Stream<Vector> vectors() {
    return ((List<?>) Objects.requireNonNull(FILE.get("vectors"))).stream().map(Vector::of);
  }

  private record Vector(String name, boolean accepted, Map<String, String> cookies) {
    static Vector of(Object tree) {
      Map<String, ?> fields = Json.asObject(tree);
      Map<String, String> cookies = new HashMap<>();
      Json.asObject(fields.get("cookies"))
          .forEach((name, value) -> cookies.put(name, String.valueOf(value)));
      String name = fields.get("library") + ": " + fields.get("what") + " in " + fields.get("name");
      return new Vector(name, Boolean.TRUE.equals(fields.get("accepted")), cookies);
    }
  }

  private static Map<String, ?> file() {
    try (InputStream file = SessionCookiesTest.class.getResourceAsStream("/session-cookies.json")) {
      return Json.readObject(
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
