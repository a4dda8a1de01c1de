package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.rooms.RoomsApi.Answer;
import dev.moim.testkit.livekit.FakeLiveKit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deployment whose secrets are missing or malformed says so, and what it can do it does. */
class MissingSecretsTest extends RoomsFixture {

  @Test
  void withoutLiveKitsNothingIsLeftBehindAndRoomsCanStillBeRead() {
    RoomsApi lacking =
        new RoomsApi(DYNAMO, clock, "", Map.of("LIVEKIT_SECRET", FakeLiveKit.SECRET));

    assertUnavailable(lacking.create("minji"), "Failed to create room: ");
    assertUnavailable(lacking.webhook("{}", Map.of("authorization", "x")), "");
    assertThat(lacking.list(Map.of()).body()).containsEntry("total", 0);
  }

  @Test
  void withoutTheTokenSecretOnlyThoseWithATokenAreRefused() {
    RoomsApi lacking = new RoomsApi(DYNAMO, clock, livekit.url(), Map.of("TOKEN_SECRET", "short"));
    APIGatewayV2HTTPEvent event = RoomsApi.event("{\"userName\":\"minji\"}");
    event.setHeaders(Map.of("s-connector-jwt", "a token"));

    assertUnavailable(lacking.call("POST /api/room/create", event), "Failed to create room: ");
    assertThat(livekit.rooms()).isEmpty();
    assertThat(lacking.create("minji").status()).isEqualTo(200);
  }

  private static void assertUnavailable(Answer answer, String doing) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("message")).isEqualTo(doing + "The service is not available");
    assertThat(answer.headers()).containsEntry("retry-after", "5");
  }
}
