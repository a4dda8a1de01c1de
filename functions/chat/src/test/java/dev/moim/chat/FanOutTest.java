package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Client;
import dev.moim.chat.subscription.ChatSocket;
import dev.moim.chat.subscription.Subscription;
import dev.moim.chat.subscription.Topic.OfRoom;
import dev.moim.shared.sockets.stomp.StompDialect;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A room in which a thousand sockets listen. */
class FanOutTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private static final int SOCKETS = 1_000;

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  @Test
  void tellsAllOfThemByFourFunctionsSideBySide() {
    world.meeting(MEETING, 1);
    Client first = world.client("c0", 1);
    first.subscribe(MEETING);
    for (int i = 1; i < SOCKETS; i++) {
      listen("c" + i);
    }
    world.clock.advance(Duration.ofMinutes(1));
    world.sockets.takePosts();
    first.say(1, MEETING, "모두 안녕하세요");
    assertThat(world.sockets.takePosts()).isEqualTo(250);
    assertThat(world.timers.waiting()).hasSize(3);
    world.pass(Duration.ZERO);
    assertThat(world.sockets.takePosts()).isEqualTo(750);
    for (int i = 0; i < SOCKETS; i++) {
      assertThat(world.sockets.take("c" + i))
          .singleElement()
          .asString()
          .contains("subscription:sub-0\n")
          .contains("모두 안녕하세요");
    }
  }

  /** The same socket's owner opens them all, as a thousand people would. */
  private void listen(String connectionId) {
    world.socketWiring.sockets().put(new ChatSocket(connectionId, 1, "1.2"));
    Subscription one =
        new Subscription(
            new OfRoom(MEETING), connectionId, 1, StompDialect.of("sub-0", false), Set.of(), false);
    world.wiring.subscriptions().add(one);
  }

  @Test
  void goneAndSlowOnesDelayNobody() {
    world.meeting(MEETING, 1);
    Client first = world.client("c0", 1);
    first.subscribe(MEETING);
    for (int i = 1; i < 100; i++) {
      listen("c" + i);
    }
    world.clock.advance(Duration.ofMinutes(1));
    world.sockets.takePosts();
    world.sockets.close("c3");
    world.sockets.stick("c7");
    first.say(1, MEETING, "하나");
    for (int i = 0; i < 100; i++) {
      assertThat(world.sockets.take("c" + i)).hasSize(i == 3 || i == 7 ? 0 : 1);
    }
    world.sockets.unstick("c7");
    world.pass(Duration.ofSeconds(3));
    assertThat(world.sockets.take("c7")).hasSize(1);
    assertThat(world.wiring.subscriptions().of(new OfRoom(MEETING))).hasSize(99);
  }
}
