package dev.moim.studies.burst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.SocketClient;
import dev.moim.studies.SocketWorld;
import dev.moim.testkit.memory.MemoryDynamo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A page is opened while its socket closes, in the one order in which neither function saw what the
 * other did: listed after the departure took the entry away, and looked at before the socket was
 * gone.
 */
class LateListingTest {

  private enum Role {
    ANYBODY,
    OPENING,
    CLOSING
  }

  private final ThreadLocal<Role> role = ThreadLocal.withInitial(() -> Role.ANYBODY);
  private final ThreadLocal<Integer> updates = ThreadLocal.withInitial(() -> 0);
  private final CountDownLatch noted = new CountDownLatch(1);
  private final CountDownLatch left = new CountDownLatch(1);
  private final CountDownLatch looked = new CountDownLatch(1);

  private final SocketWorld world =
      new SocketWorld(
          new MemoryDynamo(
              Map.of(
                  "GroupsTable", List.of("groupId", "userId"),
                  "StudyCallsTable", List.of("studyId", "item"),
                  "ConnectionsTable", List.of("id")),
              this::beforeRequest),
          UnaryOperator.identity());

  private void beforeRequest(String operation) {
    if (role.get() == Role.OPENING && operation.equals("UpdateItem")) {
      updates.set(updates.get() + 1);
      if (updates.get() == 2) {
        noted.countDown();
        await(left);
      }
    }
    if (role.get() == Role.CLOSING && operation.equals("DeleteItem")) {
      left.countDown();
      await(looked);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).as("nobody waits for ever").isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void aPageThatWasListedLateIsNotOnlineAndEverybodyHearsOfIt() throws Exception {
    world.start();
    SocketClient ann = world.user("ann");
    ann.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    SocketClient ben = world.user("ben");
    ann.take();
    try (var functions = Executors.newVirtualThreadPerTaskExecutor()) {
      var opening =
          functions.submit(() -> {
            role.set(Role.OPENING);
            ben.emit("presence:join-study", "studyId", SocketWorld.STUDY);
            looked.countDown();
          });
      var closing =
          functions.submit(() -> {
            await(noted);
            role.set(Role.CLOSING);
            world.gateway.disconnect(ben.connectionId);
          });
      opening.get();
      closing.get();
    }

    assertThat(world.wiring.onlineSockets().find(SocketWorld.STUDY))
        .extracting(entry -> entry.user().id())
        .containsExactly("ann");
    assertThat(ann.take())
        .extracting(SocketClient.Received::event)
        .containsExactly("presence:user-online", "presence:user-offline");
  }
}
