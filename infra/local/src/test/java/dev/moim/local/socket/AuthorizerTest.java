package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A REQUEST authorizer before {@code $connect}. */
class AuthorizerTest {

  private static final String AUTH =
      """
      Auth:
        AuthType: CUSTOM
        AuthArn: !GetAtt Ask.Arn
        IdentitySource: [route.request.querystring.ticket]
      """
          .indent(6);

  private static TestCloud cloud;

  @BeforeAll
  static void start() {
    String stage = "      StageName: calls\n";
    cloud = TestCloud.start(SocketFixture.TEMPLATE.replace(stage, stage + AUTH));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void reset() {
    SocketFixture.reset();
  }

  @Test
  void contextComesWithEveryEvent() throws Exception {
    Script.on("Ask", (event, context) -> policy("Allow"));
    TestSocket socket = TestSocket.open(url("?ticket=t1"));
    JsonNode asked = Script.event("Ask");
    assertThat(asked.at("/type").asText()).isEqualTo("REQUEST");
    assertThat(asked.at("/methodArn").asText()).endsWith(":Socket/calls/$connect");
    assertThat(asked.at("/queryStringParameters/ticket").asText()).isEqualTo("t1");
    String context = "{\"principalId\":\"ann\",\"studyId\":\"7\"}";
    assertAuthorizer(Script.event("Connect"), context);
    socket.send(SocketFixture.TELL);
    assertAuthorizer(Script.event("Tell"), context);
    socket.close(1000, "");
    assertAuthorizer(Script.event("Disconnect"), context);
  }

  @Test
  void denialIs403() {
    Script.on("Ask", (event, context) -> policy("Deny"));
    assertRefused("?ticket=t1", 403);
    Script.on("Ask", (event, context) -> Map.of());
    assertRefused("?ticket=t1", 403);
    assertThat(Script.unseen("Connect")).isEmpty();
  }

  @Test
  void missingIdentityIs401WithoutACall() {
    assertRefused("", 401);
    assertRefused("?ticket=", 401);
    assertThat(Script.unseen("Ask")).isEmpty();
  }

  @Test
  void failingAuthorizerIs500() {
    Script.on(
        "Ask",
        (event, context) -> {
          throw new IllegalStateException("broken on purpose");
        });
    assertRefused("?ticket=t1", 500);
  }

  private static Map<String, Object> policy(String effect) {
    var statement = Map.of("Effect", effect, "Action", "execute-api:Invoke", "Resource", "*");
    return Map.of(
        "principalId", "ann",
        "policyDocument", Map.of("Statement", List.of(statement)),
        "context", Map.of("studyId", 7));
  }

  private static URI url(String query) {
    return URI.create(cloud.cloud().socketUrl("calls") + query);
  }

  private static void assertAuthorizer(JsonNode event, String context) {
    assertThat(event.at("/requestContext/authorizer").toString()).isEqualTo(context);
  }

  private static void assertRefused(String query, int status) {
    assertThatThrownBy(() -> TestSocket.open(url(query)))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
  }
}
