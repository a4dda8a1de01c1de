package dev.moim.studies.burst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.SocketClient;
import dev.moim.studies.SocketWorld;
import dev.moim.studies.burst.Burst.Client;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.PeerSocket;
import dev.moim.testkit.RecordingSockets.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Frames reach functions in any order and are handled side by side. Still everything ends as each
 * client meant it, and each client ends with believing what is.
 */
class BurstModelTest {

  private static final int BURSTS = 1_000;

  @Property(tries = BURSTS - 200, shrinking = ShrinkingMode.OFF)
  void burstsOfThreeClientsEndAsTheyMeantThem(@ForAll long seed) {
    new Scene().threeClients(new Random(seed));
  }

  /** Posts that get no answer are repeated seconds later, and must undo nothing newer. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void burstsEndAsTheyWereMeantWhenPostsGetNoAnswer(@ForAll long seed) {
    Scene scene = new Scene();
    scene.answersGetLost = true;
    scene.threeClients(new Random(seed));
  }

  /** Nobody else is in the call, so a departure in between would be its end. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void whoComesAndGoesAloneIsInOneSession(@ForAll long seed) {
    new Scene().alone(new Random(seed));
  }

  /** Some come and go within seconds of each other, over the same sockets, through sessions. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void whoComesAgainStays(@ForAll long seed) {
    new Scene(Map.of("JOIN_STARTS_CALL", "true")).lives(new Random(seed));
  }

  private static final class Scene {

    private final Functions functions;
    private final SocketWorld world;
    private final Map<Client, SocketClient> sockets = new LinkedHashMap<>();
    private boolean answersGetLost;

    Scene() {
      this(Map.of());
    }

    Scene(Map<String, String> settings) {
      functions = new Functions(settings);
      world = functions.world;
    }

    private void threeClients(Random random) {
      world.start();
      Client ann = client("ann");
      Client ben = client("ben");
      Client cat = client("cat");
      List<Client> all = List.of(ann, ben, cat);
      join(ann);
      Stream.of(ben, cat).filter(one -> random.nextBoolean()).forEach(this::join);
      all.stream().filter(one -> random.nextBoolean()).forEach(this::goOnline);
      listen();

      Burst burst = new Burst(all, random);
      burst.make(Set.of(ben, cat));
      if (answersGetLost) {
        List<Trouble> one = List.of(Trouble.POST_LOST, Trouble.ANSWER_LOST, Trouble.NONE);
        world.sockets.troublePosts(() -> one.get(random.nextInt(one.size())));
      }
      functions.handle(burst.frames);
      world.sockets.troublePosts(() -> Trouble.NONE);
      world.pass(Duration.ofSeconds(12));
      listen();

      try {
        all.forEach(this::assertServerKnows);
        assertThat(online()).as("online").isEqualTo(users(all, one -> one.online));
        all.forEach(each -> assertBelieves(each, all));
        if (!answersGetLost) {
          all.forEach(each -> assertHeardOnce(each, burst, all));
        }
      } catch (AssertionError wrong) {
        throw new AssertionError(wrong.getMessage() + "\n" + burst + "\n" + world.call(), wrong);
      }
    }

    private void alone(Random random) {
      world.start();
      Client ann = client("ann");
      Burst burst = new Burst(List.of(ann), random);
      String session = world.call().session().id();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        burst.step(ann);
      }
      functions.handle(burst.frames);
      // So that whoever counted as lost has left by now.
      world.pass(Duration.ofMinutes(1));

      assertThat(world.call().session().id()).isEqualTo(session);
      // A departure that is handled before its coming leaves nothing behind.
      boolean nothing = world.call().roster().isEmpty() && !ann.inside;
      assertThat(world.call().isOpen()).isEqualTo(ann.inside || nothing);
      assertServerKnows(ann);
      assertThat(world.call().roster().size()).as("participations").isEqualTo(nothing ? 0 : 1);
    }

    private void lives(Random random) {
      List<Client> all = List.of(client("ann"), client("ben"));
      StringBuilder sent = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        Burst burst = new Burst(all, random);
        // Whoever joins while the session is ended may be refused, and is told so: not here.
        Client client = all.get(random.nextInt(all.size()));
        int steps = client.inside ? 1 : 1 + random.nextInt(3);
        for (int n = 0; n < steps; n++) {
          burst.step(client);
        }
        functions.handle(burst.frames);
        listen();
        Duration until = Duration.ofMillis(random.nextInt(6_000));
        sent.append(burst).append("\nand ").append(until).append(" later\n");
        world.pass(until);
      }
      world.pass(Duration.ofMinutes(1));
      listen();
      try {
        all.stream().filter(one -> one.inside).forEach(this::assertServerKnows);
        all.forEach(each -> assertBelieves(each, all));
      } catch (AssertionError wrong) {
        throw new AssertionError(wrong.getMessage() + "\n" + sent + world.call(), wrong);
      }
    }

    private Client client(String user) {
      SocketClient socket = world.user(user);
      Client client = new Client(user, socket.connectionId, socket.socketId());
      sockets.put(client, socket);
      return client;
    }

    private void join(Client client) {
      sockets.get(client).join();
      client.inside = true;
    }

    private void goOnline(Client client) {
      sockets.get(client).emit("presence:join-study", "studyId", SocketWorld.STUDY);
      client.online = true;
    }

    private void listen() {
      sockets.forEach((client, socket) -> client.heard.hear(socket.take()));
    }

    private void assertServerKnows(Client client) {
      var known = world.call().find(client.user).filter(CallParticipant::isInside);
      assertThat(known.isPresent()).as("%s inside", client.user).isEqualTo(client.inside);
      assertThat(known.flatMap(it -> it.liveness().openSocket()).map(PeerSocket::socketId))
          .as("%s is there over", client.user)
          .isEqualTo(Optional.of(client.socketId).filter(id -> client.inside));
      Set<MediaState> on =
          Stream.of(MediaState.values())
              .filter(state -> known.filter(it -> it.is(state)).isPresent())
              .collect(Collectors.toSet());
      assertThat(on).as("%s's switches", client.user).isEqualTo(client.on);
      var socket = world.wiring.studySockets().findNow(client.connectionId).orElseThrow();
      assertThat(socket.inCall() != null).as("%s's socket", client.user).isEqualTo(client.inside);
      assertThat(world.wiring.studySockets().findPeer(client.socketId).isPresent())
          .as("%s can be reached", client.user)
          .isEqualTo(client.inside);
    }

    private Set<String> online() {
      return world.wiring.onlineSockets().find(SocketWorld.STUDY).stream()
          .map(one -> one.user().id())
          .collect(Collectors.toSet());
    }

    private static Set<String> users(List<Client> all, Predicate<Client> which) {
      return all.stream().filter(which).map(one -> one.user).collect(Collectors.toSet());
    }

    private static void assertBelieves(Client client, List<Client> all) {
      if (client.inside) {
        assertThat(client.heard.present)
            .as("who %s sees", client.user)
            .isEqualTo(users(all, one -> one != client && one.inside));
        all.stream()
            .filter(one -> one != client && one.inside)
            .forEach(peer ->
                assertThat(client.heard.on(peer.user))
                    .as("what %s knows of %s", client.user, peer.user)
                    .isEqualTo(peer.on));
      }
      if (client.stayedOnline) {
        Set<String> seen = new HashSet<>(client.heard.online);
        seen.add(client.user);
        assertThat(seen)
            .as("who is online to %s", client.user)
            .isEqualTo(users(all, one -> one.online));
      }
    }

    private static void assertHeardOnce(Client client, Burst burst, List<Client> all) {
      assertThat(client.heard.negotiation.early())
          .as("candidates before their description")
          .noneMatch(name -> all.stream().anyMatch(one -> one.stayed && name.startsWith(one.user)));
      assertThat(client.heard.negotiation.candidates()).doesNotHaveDuplicates();
      assertThat(client.heard.chat).doesNotHaveDuplicates();
      if (client.stayed) {
        assertThat(client.heard.chat).containsExactlyInAnyOrderElementsOf(burst.said);
        Set<String> due =
            burst.candidates.stream()
                .filter(name -> name.contains(">" + client.user + "#"))
                .filter(name ->
                    all.stream().anyMatch(one -> one.stayed && name.startsWith(one.user + ">")))
                .collect(Collectors.toSet());
        assertThat(new ArrayList<>(client.heard.negotiation.candidates())).containsAll(due);
        assertThat(client.heard.errors)
            .isSubsetOf(
                all.stream().allMatch(one -> one.stayed) ? List.of() : List.of("상대방을 찾을 수 없습니다."));
      }
    }
  }
}
