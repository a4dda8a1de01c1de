package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.livekit.SignedWebhook;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every cell of {@code infra/authorisation/rooms.csv}. */
class RoomsAuthorisationTest extends RoomsFixture {

  @ParameterizedTest
  @MethodSource("cells")
  void isAnsweredAsTheTableSays(String route, String who, int expected) {
    api = new RoomsApi(DYNAMO, clock, livekit.url(), Map.of("ACCESS", "strict"));
    String roomId = roomOf();
    SignedWebhook webhook = livekit.webhooks().getFirst();
    if (who.equals("disabled")) {
      new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable"))
          .disable(api.license.id());
    }
    APIGatewayV2HTTPEvent event = RoomsApi.event(body(route, roomId, webhook));
    event.setPathParameters(Map.of("roomId", roomId));
    event.setQueryStringParameters(query(route));
    event.setHeaders(headers(who, api.license, webhook));

    assertThat(api.call(route, event).status()).isEqualTo(expected);
  }

  static Stream<Arguments> cells() throws IOException {
    List<List<String>> lines =
        Files.readAllLines(RootTemplate.folder().resolve("infra/authorisation/rooms.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> List.of(line.split(",")))
            .toList();
    List<String> header = lines.getFirst();
    return lines.stream()
        .skip(1)
        .flatMap(row ->
            Stream.iterate(1, i -> i < row.size(), i -> i + 1)
                .map(i -> Arguments.of(row.getFirst(), header.get(i), row.get(i))));
  }

  private String roomOf() {
    APIGatewayV2HTTPEvent create = RoomsApi.event("{\"userName\":\"ann\"}");
    create.setHeaders(Map.of("s-connector-jwt", token(api.license, RoomsApi.TOKEN_SECRET)));
    return api.call("POST /api/room/create", create).text("roomId");
  }

  private static Map<String, String> query(String route) {
    Map<String, String> query = new HashMap<>();
    if (route.endsWith("/socket.io")) {
      query.putAll(Map.of("EIO", "4", "transport", "polling"));
    }
    if (route.equals("POST /socket.io")) {
      query.put("sid", SessionId.issue(Instant.EPOCH).text()); // the time of the tests' events
    }
    return query;
  }

  private static String body(String route, String roomId, SignedWebhook webhook) {
    if (route.endsWith("/socket.io")) {
      return "40{}";
    }
    return route.endsWith("webhook")
        ? webhook.body()
        : "{\"userName\":\"bob\",\"roomId\":\"" + roomId + "\"}";
  }

  private Map<String, String> headers(String who, License license, SignedWebhook webhook) {
    Map<String, String> headers = new HashMap<>();
    switch (who) {
      case "nobody" -> {}
      case "forged" -> headers.put("s-connector-jwt", token(license, "not the secret"));
      case "expired" -> headers.put("s-connector-jwt", expired(license));
      case "otherTenant" ->
          headers.put("s-connector-jwt", token(otherLicense(), RoomsApi.TOKEN_SECRET));
      case "tenant", "disabled" ->
          headers.put("s-connector-jwt", token(license, RoomsApi.TOKEN_SECRET));
      case "person" ->
          headers.put(
              "authorization",
              "Bearer "
                  + new UserTokens(() -> RoomsApi.TOKEN_SECRET, clock)
                      .access(Bearer.of("122712345678848").named("bob"), "s"));
      case "livekit" -> headers.put("authorization", webhook.authorization());
      default -> throw new IllegalArgumentException(who);
    }
    return headers;
  }

  private License otherLicense() {
    License other = NewLicense.issue("other", 10, clock).license();
    new DynamoLicenses(DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock)
        .create(other);
    return other;
  }

  private String token(License license, String secret) {
    return new LicenseTokens(() -> secret, clock).issue(license, Duration.ofHours(1));
  }

  private String expired(License license) {
    return new LicenseTokens(() -> RoomsApi.TOKEN_SECRET, Clock.offset(clock, Duration.ofHours(-2)))
        .issue(license, Duration.ofHours(1));
  }
}
