package dev.moim.studies.burst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.SocketClient;
import dev.moim.studies.SocketWorld;
import dev.moim.studies.burst.Burst.Client;
import dev.moim.studies.burst.Burst.Frame;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.signal.StudySocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Sockets close while their frames are handled, and functions die halfway. Nobody stays in a call,
 * or online, without a socket: at once where nothing died, else as soon as the schedules ran.
 */
class GhostsTest {

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void nobodyStaysWithoutASocket(@ForAll long seed) {
    play(new Random(seed), false);
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void nobodyStaysWhoseFunctionsDied(@ForAll long seed) {
    play(new Random(seed), true);
  }

  private static void play(Random random, boolean dying) {
    Functions functions = new Functions();
    SocketWorld world = functions.world;
    world.start();
    world.user("ann").join();
    List<Client> clients = List.of(client(world, "ben"), client(world, "cat"));
    Burst burst = new Burst(clients, random);
    burst.make(Set.copyOf(clients));
    List<Runnable> ends = new ArrayList<>();
    for (Client client : clients) {
      if (random.nextInt(3) > 0) {
        ends.add(() -> {
          world.sockets.close(client.connectionId);
          world.gateway.disconnect(client.connectionId);
        });
      }
    }
    List<Frame> frames = burst.frames;
    functions.die(dying ? 1 + random.nextInt(3) : 0);
    functions.handle(frames, ends.toArray(Runnable[]::new));
    functions.die(0);
    // A join that was under way when its socket closed may begin a grace of its own.
    world.pass(Duration.ofSeconds(80));
    if (dying) {
      world.wiring.reconcileCalls().run();
      world.wiring.reconcileOnline().run();
      world.pass(Duration.ofSeconds(40));
    }
    assertNoGhosts(world, burst + "\n" + world.call());
  }

  private static void assertNoGhosts(SocketWorld world, String burst) {
    for (CallParticipant participant : world.call().inside()) {
      assertThat(participant.liveness().openSocket()).as(burst).isPresent();
      String connectionId = participant.liveness().openSocket().orElseThrow().connectionId();
      assertThat(world.sockets.isOpen(connectionId)).as(burst).isTrue();
      assertThat(world.wiring.studySockets().findNow(connectionId).map(StudySocket::inCall))
          .as(burst)
          .isEqualTo(Optional.of(SocketWorld.STUDY));
    }
    for (OnlineSocket entry : world.wiring.onlineSockets().find(SocketWorld.STUDY)) {
      String connectionId = entry.socket().connectionId();
      assertThat(world.sockets.isOpen(connectionId)).as(burst).isTrue();
      assertThat(world.wiring.studySockets().findNow(connectionId).map(StudySocket::onlineIn))
          .as(burst)
          .isEqualTo(Optional.of(SocketWorld.STUDY));
    }
  }

  private static Client client(SocketWorld world, String user) {
    SocketClient socket = world.user(user);
    return new Client(user, socket.connectionId, socket.socketId());
  }
}
