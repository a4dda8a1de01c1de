package dev.moim.calls.burst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.World;
import dev.moim.calls.burst.Burst.Client;
import dev.moim.calls.room.FreeStray;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.RecordingSockets.Trouble;
import dev.moim.testkit.memory.SideBySide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Frames reach functions in any order and are handled side by side. Still everything ends as each
 * client meant it, and each client ends with believing what is.
 */
class BurstModelTest {

  private static final int BURSTS = 1_000;

  @Property(tries = BURSTS, shrinking = ShrinkingMode.OFF)
  void burstsOfThreeClientsEndAsTheyMeantThem(@ForAll long seed) {
    Scene scene = new Scene(new Random(seed));
    scene.play();
    scene.assertHeardAll();
  }

  /** Posts that get no answer are repeated seconds later, and must undo nothing newer. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void burstsEndAsTheyWereMeantWhenPostsGetNoAnswer(@ForAll long seed) {
    Random random = new Random(seed);
    Scene scene = new Scene(random);
    List<Trouble> one = List.of(Trouble.POST_LOST, Trouble.ANSWER_LOST, Trouble.NONE);
    scene.world.sockets.troublePosts(() -> one.get(random.nextInt(one.size())));
    scene.play();
  }

  private static final class Scene {

    private final SideBySide functions = new SideBySide();
    private final World world = new World(functions::beforeRequest);
    private final Client ann = new Client("ann", false);
    private final Client ben = new Client("ben", true);
    private final Client cat = new Client("cat", true);
    private final List<Client> all = List.of(ann, ben, cat);
    private final Burst burst;

    Scene(Random random) {
      burst = new Burst(all, random);
      world.pauseWith(functions::pause);
      world.sockets.delayPosts(functions::post);
      var host = world.user("ann");
      host.create(Burst.ROOM);
      host.join(Burst.ROOM);
      for (Client client : List.of(ben, cat)) {
        var user = world.user(client.user);
        client.inside = random.nextBoolean();
        client.stayed = client.inside;
        if (client.inside) {
          user.join(Burst.ROOM);
        }
      }
      all.forEach(client -> world.sockets.take(client.connectionId()));
      all.forEach(this::knowOthers);
    }

    private void knowOthers(Client client) {
      all.stream()
          .filter(peer -> peer != client && peer.inside)
          .forEach(peer -> client.heard.present.add(peer.user));
    }

    void play() {
      burst.make();
      Instant start = world.clock.instant().plusSeconds(1);
      world.clock.advance(Duration.ofMillis(1_200));
      List<Runnable> frames = new ArrayList<>();
      burst.frames.forEach(frame -> frames.add(() -> handle(frame, start)));
      functions.run(frames);
      world.sockets.troublePosts(() -> Trouble.NONE);
      world.clock.advance(RelayInOrder.LONGEST_WAIT);
      world.fire(Outbox.RETRY, RelayInOrder.OVERDUE, FreeStray.TIMER);
      all.forEach(client -> client.heard.hear(world.sockets.take(client.connectionId())));
      try {
        all.forEach(this::assertServerKnows);
        all.stream().filter(client -> client.stayed).forEach(this::assertBelieves);
      } catch (AssertionError wrong) {
        throw new AssertionError(burst + "\n" + world.room(Burst.ROOM), wrong);
      }
    }

    void assertHeardAll() {
      all.stream().filter(client -> client.stayed).forEach(this::assertHeardAll);
    }

    private void handle(Burst.Frame frame, Instant start) {
      Instant receivedAt = start.plusMillis(frame.millis());
      Sender sender =
          new Sender(
              frame.client().connectionId(), new Dialect("j"), receivedAt, Duration.ofSeconds(3));
      world.frames.answer(sender, Json.write(frame.request()));
    }

    private void assertServerKnows(Client client) {
      var seat = world.room(Burst.ROOM).seat(client.user);
      assertThat(seat.isPresent()).as("%s inside", client.user).isEqualTo(client.inside);
      client.switches.forEach((what, on) ->
          assertThat(seat.orElseThrow().has(Trait.valueOf(what.toUpperCase())))
              .as("%s of %s", what, client.user)
              .isEqualTo(on));
      assertThat(world.connections.findNow(client.connectionId()).orElseThrow().rooms())
          .as("rooms of the connection of %s", client.user)
          .isEqualTo(client.inside ? java.util.Set.of(Burst.ROOM) : java.util.Set.of());
      assertThat(world.room(Burst.ROOM).share().isPresent()).as("share").isEqualTo(burst.sharing);
    }

    private void assertBelieves(Client client) {
      assertThat(client.heard.present)
          .as("who %s sees", client.user)
          .isEqualTo(
              all.stream()
                  .filter(peer -> peer != client && peer.inside)
                  .map(peer -> peer.user)
                  .collect(Collectors.toSet()));
      if (client != ann) {
        assertThat(client.heard.sharing)
            .as("what %s is shown", client.user)
            .isEqualTo(burst.sharing);
      }
      for (Client peer : all) {
        if (peer == client || !peer.inside) {
          continue;
        }
        var seat = world.room(Burst.ROOM).seat(peer.user).orElseThrow();
        for (Trait trait : List.of(Trait.AUDIO, Trait.VIDEO)) {
          client
              .heard
              .switchOf(peer.user, trait.name().toLowerCase())
              .ifPresent(told ->
                  assertThat(told)
                      .as("what %s knows of %s of %s", client.user, trait, peer.user)
                      .isEqualTo(seat.has(trait)));
        }
      }
    }

    private void assertHeardAll(Client client) {
      assertThat(client.heard.negotiation.early())
          .as("candidates before their description")
          .noneMatch(name -> all.stream().anyMatch(one -> one.stayed && name.startsWith(one.user)));
      assertThat(client.heard.negotiation.candidates()).doesNotHaveDuplicates();
      for (Client peer : all) {
        if (peer == client || !peer.stayed) {
          continue;
        }
        assertThat(
                client.heard.chat.stream()
                    .filter(said -> said.user().equals(peer.user))
                    .sorted(Comparator.comparing(Heard.Said::sentAt))
                    .map(Heard.Said::text))
            .as("what %s said, by sentAt", peer.user)
            .isEqualTo(burst.said.getOrDefault(peer, List.of()));
        String link = peer.user + ">" + client.user + "#";
        assertThat(client.heard.negotiation.candidates())
            .as("candidates of %s", link)
            .containsAll(burst.candidates.stream().filter(name -> name.startsWith(link)).toList());
      }
    }
  }
}
