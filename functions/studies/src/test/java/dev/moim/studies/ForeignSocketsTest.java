package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.identity.nextauth.SessionCookiesTest;
import dev.moim.studies.websocket.SocketFixture;
import dev.moim.testkit.DynamoDbExtension;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site opens no socket with the cookie of whoever visits it. */
class ForeignSocketsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private static final String LET_IN = "40{\"sid\":";
  private static final String REFUSED = "44{\"message\":\"Origin not allowed\"}";

  private SocketWorld world;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://front.example",
        "https://front.example.evil.example",
        "https://front.example:8443",
        "null",
        ""
      })
  void isRefusedWithTheCookieOfItsVisitor(String origin) {
    assertThat(connect("4", Map.of("Origin", origin), "40")).isEqualTo(REFUSED);
    assertThat(connect("4", Map.of("origin", origin), "40{\"userId\":\"user-456\"}"))
        .as("whatever its headers and its auth look like")
        .isEqualTo(REFUSED);
    assertThat(connect("3", Map.of("Origin", origin), "2")).isEqualTo("3");
    world.gateway.frame("c", "42[\"presence:join-study\",{\"studyId\":\"s1\"}]");
    assertThat(world.sockets.take("c").getLast()).contains("AUTH_REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {SocketFixture.OURS, "HTTPS://front.example", "http://localhost:3000"})
  void aTrustedPageIsLetIn(String origin) {
    assertThat(connect("4", Map.of("Origin", origin), "40")).startsWith(LET_IN);
  }

  @Test
  void whoeverIsNoBrowserIsLetIn() {
    assertThat(connect("4", Map.of(), "40")).startsWith(LET_IN);
  }

  @Test
  void aTokenIsSentByNoBrowserByItselfAndNeedsNoOrigin() {
    Map<String, String> foreign = Map.of("Origin", "https://evil.example");
    String auth = "40{\"token\":\"" + world.token("ann") + "\"}";
    assertThat(connect("4", foreign, auth)).startsWith(LET_IN);

    Map<String, String> query = Map.of("EIO", "4", "token", world.token("ann"));
    SocketClient client = world.open("c", query, withCookie(foreign));
    client.send("40");
    assertThat(client.frames().getLast()).startsWith(LET_IN);
  }

  /** The last that a fresh socket is told, which somebody's cookie came with. */
  private String connect(String engine, Map<String, String> headers, String frame) {
    SocketClient client = world.open("c", Map.of("EIO", engine), withCookie(headers));
    client.send(frame);
    return client.frames().getLast();
  }

  private static Map<String, String> withCookie(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(
        "Cookie",
        SessionCookiesTest.session().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")));
    return all;
  }
}
