package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.template.SocketApi;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalEnvironmentTest {

  private static final LocalEnvironment ENVIRONMENT =
      new LocalEnvironment(
          List.of(
              new SocketApi(
                  "Calls-Socket", "calls", "$request.body.x", Map.of(), Optional.empty())),
          URI.create("http://127.0.0.1:3000"),
          URI.create("http://127.0.0.1:1"),
          URI.create("http://127.0.0.1:2"),
          Map.of("GRACE", "1", "ALLOWED_ORIGINS", "http://localhost:3291"));

  @Test
  void addressesOfTheTemplatesApisPointHere() {
    Map<String, String> local =
        ENVIRONMENT.apply(
            Map.of(
                "SOCKET", "https://Calls-Socket.execute-api.us-east-1.amazonaws.com/calls",
                "HOST", "https://Calls-Socket.execute-api.us-east-1.amazonaws.com",
                "OTHER", "https://abc123.execute-api.us-east-1.amazonaws.com/prod",
                "GRACE", "30"));
    assertThat(local)
        .containsEntry("SOCKET", "http://127.0.0.1:3000/calls")
        .containsEntry("HOST", "http://127.0.0.1:3000")
        .containsEntry("OTHER", "https://abc123.execute-api.us-east-1.amazonaws.com/prod")
        .containsEntry("GRACE", "1");
  }

  @Test
  void aSecretThatIsHereStandsInForTheOneOnAws() {
    Map<String, String> local =
        ENVIRONMENT.apply(
            Map.of(
                "GRACE_ARN", "arn:1", "NEXTAUTH_SECRET_ARN", "arn:2", "TURN_SECRET_ARN", "arn:3"));
    assertThat(local)
        .doesNotContainKeys("GRACE_ARN", "NEXTAUTH_SECRET_ARN")
        .containsEntry("TURN_SECRET_ARN", "arn:3");
  }

  @Test
  void whoAllComeFromOneAddressAreHardlyLimited() {
    assertThat(ENVIRONMENT.apply(Map.of("SOURCE_LIMIT_FACTOR", "")))
        .containsEntry("SOURCE_LIMIT_FACTOR", "1000");
    assertThat(ENVIRONMENT.apply(Map.of("SOURCE_LIMIT_FACTOR", "1")))
        .containsEntry("SOURCE_LIMIT_FACTOR", "1");
  }

  @Test
  void moreOriginsComeOnTopOfTheTemplates() {
    assertThat(ENVIRONMENT.apply(Map.of("ALLOWED_ORIGINS", "https://a.example")))
        .containsEntry("ALLOWED_ORIGINS", "https://a.example,http://localhost:3291");
  }

  @Test
  void clientsFindTheLocalServices() {
    assertThat(ENVIRONMENT.apply(Map.of()))
        .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1")
        .containsEntry("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:2")
        .containsEntry("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", "http://127.0.0.1:3000")
        .containsEntry("AWS_REGION", "us-east-1")
        .containsEntry("AWS_ACCESS_KEY_ID", "local");
  }
}
