package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users and rooms are called as their tenants call them. */
class IdsTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private Client other;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    other = world.user("other");
  }

  static List<String> ids() {
    return List.of(
        "auth0|507f1f77bcf86cd799439011",
        "홍 길동",
        "회의실 1",
        "a.very.long.name@department.of.an.example.com",
        "sixty-four-bytes-sixty-four-bytes-sixty-four-bytes-sixty-four-by");
  }

  @ParameterizedTest
  @MethodSource("ids")
  void findTheOtherEndOfARelay(String id) {
    Client user = world.user(id);
    user.create(id);
    user.join(id);
    other.join(id);
    user.received();

    assertThat(other.send("sdp", "target", id, "type", "cam", "sdp", "offer").code())
        .isEqualTo("200");

    assertThat(user.received())
        .singleElement()
        .satisfies(heard -> assertThat(heard).containsEntry("sdp", "offer"));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void holdThroughAWholeCall(String id) {
    Client user = world.user(id);
    assertThat(user.send("createVideoRoom", "roomId", id, "destroy", true).code()).isEqualTo("200");
    assertThat(user.join(id).get("livekit"))
        .asString()
        .contains("token=" + world.license.license().id() + "." + id + "/" + id);
    other.join(id);
    assertThat(other.send("chat", "target", id, "message", "안녕").code()).isEqualTo("200");
    assertThat(user.received())
        .extracting(heard -> heard.get("type"))
        .containsExactly("join", "chat");

    user.disconnect();
    Client back = world.connect("c-back");
    assertThat(back.register(id).get("recovered")).isEqualTo(true);
    assertThat(back.join(id).get("host")).isEqualTo(id);
    assertThat(back.send("permit", "roomId", id, "target", "other", "chat", false).code())
        .isEqualTo("200");
    assertThat(world.licenseNow().rooms()).containsExactly(id);
    assertThat(back.send("destroyRoom", "roomId", id).code()).isEqualTo("200");
    assertThat(world.licenseNow().rooms()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no/slash",
        "no#hash",
        " first",
        "last ",
        "tab\t",
        "sixty-five-bytes-sixty-five-bytes-sixty-five-bytes-sixty-five-byt"
      })
  void areRefusedWhereKeysCannotHoldThem(String id) {
    assertThat(other.create(id).code()).isEqualTo("422");
    assertThat(world.connect("c-new").register(id).code()).isEqualTo("422");
  }
}
