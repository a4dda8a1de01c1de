package dev.moim.calls.burst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.Client;
import dev.moim.calls.World;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.testkit.memory.SideBySide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Whole lives of sockets and of the users who speak on them, side by side, while functions die,
 * timers come twice and sockets close without a word. Whatever happens, once the timers and the
 * schedule have done their work every seat has a living connection of its user or none, the license
 * counts the rooms there are, nobody outside hears anything, and what the host said holds.
 */
class WholeLifeTest {

  private static final String ROOM = "r1";
  private static final List<String> USERS = List.of("ann", "ben", "cat");
  private static final int SOCKETS = 5;
  private static final int STEPS = 8;

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void endsInOrder(@ForAll long seed) {
    new Life(new Random(seed)).live();
  }

  private record Due(Timer timer, Instant at) {}

  private static final class Life {

    private final Random random;
    private final SideBySide functions = new SideBySide();
    private final World world = new World(functions::beforeRequest);
    private final Client host = world.user("host");
    private final List<Client> sockets = new ArrayList<>();
    private final Map<String, Boolean> mayChat = new HashMap<>();
    private final List<Due> timers = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int opened;

    /** Of two at once nobody could say here which was the later one. */
    private boolean saidPermit;

    Life(Random random) {
      this.random = random;
      world.pauseWith(functions::pause);
      world.sockets.delayPosts(functions::post);
      host.create(ROOM);
      host.join(ROOM);
      IntStream.range(0, SOCKETS).forEach(i -> sockets.add(open()));
    }

    private Client open() {
      Client socket = world.connect("c" + opened++);
      socket.register(oneOf(USERS));
      return socket;
    }

    void live() {
      try {
        for (int step = 0; step < STEPS; step++) {
          atOnce(1 + random.nextInt(4));
          pass(random.nextInt(3) == 0 ? Duration.ofSeconds(31) : Duration.ofSeconds(1));
          if (step % 4 == 3) {
            settle();
            assertInOrder();
          }
        }
        end();
      } catch (AssertionError wrong) {
        throw new AssertionError(told + "\n" + world.findRoom(ROOM), wrong);
      }
    }

    private void atOnce(int operations) {
      saidPermit = false;
      List<Runnable> all = new ArrayList<>();
      for (int i = 0; i < operations; i++) {
        all.add(operation());
      }
      functions.die(random.nextInt(3) == 0 ? 1 : 0);
      functions.run(all);
      functions.die(0);
    }

    private Runnable operation() {
      int which = random.nextInt(sockets.size());
      Client socket = sockets.get(which);
      String user = oneOf(USERS);
      boolean forced = random.nextBoolean();
      return switch (random.nextInt(12)) {
        case 0, 1 ->
            tell(
                "register " + user + " on " + socket.connectionId(),
                () -> socket.register(user, "forced", forced));
        case 2, 3, 4 -> tell("join on " + socket.connectionId(), () -> socket.join(ROOM));
        case 5, 6 ->
            tell(
                "leave on " + socket.connectionId(),
                () -> socket.send("leaveRoom", "roomId", ROOM));
        case 7 ->
            tell(
                "edit on " + socket.connectionId(),
                () -> socket.send("editUserInfo", "roomId", ROOM, "audio", forced));
        case 8 -> saidPermit ? tell("nothing", () -> {}) : permit(user, forced);
        case 9 -> tell("kick " + user, () -> kick(user));
        default -> close(which, forced);
      };
    }

    /** Rarely, or nobody would be left. */
    private void kick(String user) {
      if (user.equals("cat")) {
        host.send("kickOut", "roomId", ROOM, "target", user);
      }
    }

    private Runnable permit(String user, boolean chat) {
      saidPermit = true;
      return tell(
          "permit " + user + " " + chat,
          () -> {
            String code = host.send("permit", "roomId", ROOM, "target", user, "chat", chat).code();
            if (code.equals("200")) {
              mayChat.put(user, chat);
            } else if (code.equals("500")) {
              // It died on the way: done or not.
              mayChat.remove(user);
            }
          });
    }

    private Runnable close(int which, boolean seen) {
      Client socket = sockets.get(which);
      return tell(
          (seen ? "disconnect " : "lose ") + socket.connectionId(),
          () -> {
            if (seen) {
              socket.disconnect();
            } else {
              world.sockets.close(socket.connectionId());
            }
          });
    }

    private Runnable tell(String what, Runnable operation) {
      told.add(what);
      return operation;
    }

    /** Time passes, and what is due then happens, some of it twice. */
    private void pass(Duration time) {
      world.clock.advance(time);
      for (int i = 0; i < SOCKETS; i++) {
        if (!world.sockets.isOpen(sockets.get(i).connectionId())) {
          sockets.set(i, open());
        }
      }
      for (int round = 0; round < 5; round++) {
        world
            .timers
            .take()
            .forEach(
                due -> timers.add(new Due(due.timer(), world.clock.instant().plus(due.delay()))));
        List<Due> now =
            timers.stream().filter(due -> !due.at().isAfter(world.clock.instant())).toList();
        timers.removeAll(now);
        List<Runnable> all = new ArrayList<>();
        for (Due due : now) {
          IntStream.rangeClosed(0, random.nextInt(2))
              .forEach(i -> all.add(() -> world.wiring.timerActions().run(due.timer())));
        }
        functions.run(all);
      }
    }

    /** Everything that waits has its turn, and the schedule comes by as often as it needs to. */
    private void settle() {
      for (int i = 0; i < 3; i++) {
        world.wiring.reconcile().run();
        pass(Duration.ofSeconds(32));
        pass(Duration.ofSeconds(32));
      }
      told.add("settled");
    }

    private void assertInOrder() {
      Room room = world.room(ROOM);
      assertThat(world.licenseNow().rooms()).containsExactly(ROOM);
      for (Seat seat : room.seats().values()) {
        Optional<Connection> connection = world.connections.findNow(seat.connectionId());
        assertThat(connection)
            .as("connection of %s", seat.userId())
            .hasValueSatisfying(found -> {
              assertThat(found.speaksFor(new Owner(room.licenseId(), seat.userId()))).isTrue();
              assertThat(found.rooms()).contains(ROOM);
            });
        assertThat(world.sockets.isOpen(seat.connectionId())).as("%s is there", seat).isTrue();
        assertThat(room.bars(seat)).as("%s may be there", seat).isFalse();
      }
      assertOnlyMembersHear(room);
      mayChat.forEach((user, may) ->
          assertThat(room.permits().allow(user, Permission.CHAT)).as(user).isEqualTo(may));
    }

    private void assertOnlyMembersHear(Room room) {
      sockets.forEach(socket -> world.sockets.take(socket.connectionId()));
      host.send("chat", "roomId", ROOM, "message", "who hears me?");
      for (Client socket : sockets) {
        boolean member =
            room.seats().values().stream().anyMatch(seat -> seat.heldBy(socket.connectionId()));
        assertThat(world.sockets.take(socket.connectionId()))
            .as("what %s hears", socket.connectionId())
            .hasSize(member ? 1 : 0);
      }
    }

    private void end() {
      for (Client socket : sockets) {
        world.sockets.close(socket.connectionId());
      }
      host.disconnect();
      for (int i = 0; i < 3; i++) {
        world.clock.advance(Duration.ofMinutes(20));
        world.wiring.reconcile().run();
        world.timers.take().forEach(due -> world.wiring.timerActions().run(due.timer()));
      }
      assertThat(world.findRoom(ROOM).map(room -> room.seats().keySet())).isEmpty();
      assertThat(world.licenseNow().rooms()).isEmpty();
    }

    private String oneOf(List<String> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
