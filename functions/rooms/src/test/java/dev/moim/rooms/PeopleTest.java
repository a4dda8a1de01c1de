package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.rooms.RoomsApi.Answer;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.shared.wire.json.Json;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has an account makes rooms and comes into them under their own name. */
class PeopleTest extends RoomsFixture {

  private UserTokens tokens;

  @BeforeEach
  void deploy() {
    api = new RoomsApi(DYNAMO, clock, livekit.url(), Map.of("ACCESS", "strict"));
    tokens = new UserTokens(() -> RoomsApi.TOKEN_SECRET, clock);
  }

  private Answer send(String route, String roomId, String token, String body) {
    APIGatewayV2HTTPEvent event = RoomsApi.event(body);
    event.setPathParameters(Map.of("roomId", roomId));
    event.setHeaders(Map.of("authorization", "Bearer " + token));
    return api.call(route, event);
  }

  private String token(String name) {
    return tokens.access(Bearer.of("122712345678848").named(name), "s");
  }

  private Answer create(String token) {
    return send("POST /api/room/create", "-", token, "{\"userName\":\"somebody else\"}");
  }

  private Answer join(String roomId, String token, String userName) {
    String body = Json.write(Map.of("roomId", roomId, "userName", userName));
    return send("POST /api/room/join", "-", token, body);
  }

  private static String identity(String mediaToken) {
    String claims = new String(Base64.getUrlDecoder().decode(mediaToken.split("\\.")[1]));
    return String.valueOf(Json.readObject(claims).get("sub"));
  }

  @Test
  void comeUnderTheirOwnNameWhateverTheRequestSays() {
    Answer created = create(token("민지"));
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.text("userName")).isEqualTo("민지");
    assertThat(identity(created.text("token"))).isEqualTo("민지");
    Answer joined = join(created.text("roomId"), token("hana"), "민지");
    assertThat(joined.status()).isEqualTo(200);
    assertThat(identity(joined.text("token"))).isEqualTo("hana");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "' '",
    "a/b",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk"
  })
  void comeUnderTheirNumberIfTheirNameCanBeNoIdentity(String name) {
    assertThat(create(token(name)).text("userName")).isEqualTo("122712345678848");
  }

  @Test
  void endOnlyWhatTheyMade() {
    String roomId = create(token("minji")).text("roomId");
    String route = "DELETE /api/room/{roomId}";
    Answer refused = send(route, roomId, token("hana"), "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("message")).endsWith("Only who made the room may delete it");
    assertThat(send(route, roomId, token("minji"), "").status()).isEqualTo(200);
  }

  @Test
  void areNobodyWithoutALicenseToActFor() {
    api =
        new RoomsApi(
            DYNAMO, clock, livekit.url(), Map.of("ACCESS", "strict", "DEFAULT_LICENSE", ""));
    assertThat(create(token("minji")).status()).isEqualTo(401);
  }

  @Test
  void areRefusedWithATokenThatIsNoneOrOver() {
    assertThat(create(tokens.ticket(Bearer.of("1"))).status()).isEqualTo(401);
    String forged =
        new UserTokens(() -> "another secret of 32 characters!", clock).access(Bearer.of("1"), "s");
    assertThat(create(forged).status()).isEqualTo(401);
    String token = token("minji");
    clock.advance(Duration.ofMinutes(31));
    assertThat(create(token).status()).isEqualTo(401);
  }

  @Test
  void seeTheRoomsOfTheLicenseAndNotThoseOfItsSockets() {
    String roomId = create(token("minji")).text("roomId");
    assertThat(send("GET /api/room/{roomId}", roomId, token("hana"), "").status()).isEqualTo(200);
    APIGatewayV2HTTPEvent all = RoomsApi.event("");
    all.setHeaders(Map.of("authorization", "Bearer " + token("minji")));
    all.setQueryStringParameters(Map.of("all", "true"));
    assertThat(api.call("GET /api/rooms", all).status()).isEqualTo(401);
  }
}
