package dev.moim.rooms;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.testkit.fuzz.HttpFuzz;
import dev.moim.testkit.livekit.FakeLiveKit;
import dev.moim.testkit.livekit.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the family says what was wrong with it. */
class RoomsFuzzTest extends RoomsFixture {

  @Test
  void nothingThatIsSentIsAnsweredWith500() {
    RoomsApi patient =
        new RoomsApi(
            DYNAMO, clock, livekit.url(), Map.of("RATE_LIMITS", "createRoom=1000000/1000000"));
    String token =
        new LicenseTokens(() -> RoomsApi.TOKEN_SECRET, clock)
            .issueToOwner(patient.license, Duration.ofHours(1));
    String now = Long.toString(clock.instant().getEpochSecond());

    HttpFuzz.of("rooms")
        .knowing("userName", "ann", "bob", "김민지")
        .knowing("limit", "1", "2", "100")
        .knowing("event", "room_started", "room_finished", "participant_joined", "participant_left")
        .knowing("createdAt", now, now, now)
        .knowing("name", patient.license.id() + ".r1", "study~s1", "study~s1~x")
        .knowing("identity", "ann", "bob")
        .knowing("EIO", "3", "4")
        .knowing("transport", "polling")
        .knowing("sid", SessionId.issue(Instant.EPOCH).text())
        .learning("/roomId", "roomId")
        .learning("/nextCursor", "cursor")
        .proving(Map.of())
        .proving(Map.of("s-connector-jwt", token))
        .proving(Map.of("authorization", "Bearer " + token))
        .finishing(this::signed)
        .run(patient::answer);
  }

  /** Anybody may send a webhook; what is behind the signature is what has to be reached. */
  private APIGatewayV2HTTPEvent signed(String route, APIGatewayV2HTTPEvent event) {
    if (route.endsWith("/webhook") && event.getBody() != null) {
      String body =
          event.getIsBase64Encoded()
              ? new String(Base64.getDecoder().decode(event.getBody()), StandardCharsets.UTF_8)
              : event.getBody();
      var webhook = SignedWebhook.of(body, FakeLiveKit.KEY, FakeLiveKit.SECRET, clock.instant());
      Map<String, String> headers = new HashMap<>(event.getHeaders());
      headers.put("authorization", webhook.authorization());
      event.setHeaders(headers);
    }
    return event;
  }
}
