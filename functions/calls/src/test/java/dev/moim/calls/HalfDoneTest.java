package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.room.FreeStray;
import dev.moim.calls.session.LoseConnection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever a function has done when another one comes in between, or when it dies: once all sockets
 * are closed nobody has a seat, and no room counts against the license.
 */
class HalfDoneTest {

  /** More requests than any operation here makes. */
  private static final int MOST = 24;

  private static final String ROOM = "r1";

  /** One room, its maker, and v, whose socket the operations are about. */
  private static final class Stage {
    private int requests;
    private int cutAt;
    private Runnable cut = () -> {};
    final World world = new World(operation -> beforeRequest());
    final Client host = world.user("host");
    final Client v = world.user("v");
    final Client other = world.connect("c-other");

    Stage() {
      host.create(ROOM);
      host.join(ROOM);
    }

    private void beforeRequest() {
      requests++;
      if (requests == cutAt) {
        cut.run();
      }
    }

    /** From now on, right before the n-th request, this happens; before no later one any more. */
    void meanwhile(int nth, Runnable other) {
      requests = 0;
      cutAt = nth;
      cut = other;
    }

    /** The function dies before its n-th request. */
    void die(int nth) {
      meanwhile(
          nth,
          () -> {
            cutAt++;
            throw new IllegalStateException("died");
          });
    }

    void undisturbed() {
      meanwhile(0, () -> {});
    }

    void end() {
      Stream.of(host, v, other).forEach(Client::disconnect);
      world.clock.advance(Duration.ofSeconds(31));
      world.fire(FreeStray.TIMER, LoseConnection.GRACE);
      world.clock.advance(Duration.ofSeconds(31));
      world.fire(LoseConnection.GRACE);
    }

    /** As often as it takes: a socket it finds lost has its grace first. */
    void schedule() {
      for (int i = 0; i < 3; i++) {
        world.clock.advance(Duration.ofMinutes(20));
        world.wiring.reconcile().run();
        world.fire(LoseConnection.GRACE);
      }
    }

    void assertNothingLeft(String when) {
      assertThat(world.findRoom(ROOM).map(room -> room.seats().keySet())).as(when).isEmpty();
      assertThat(world.licenseNow().rooms()).as(when).isEmpty();
    }
  }

  private static Map<String, Consumer<Stage>> operations() {
    Map<String, Consumer<Stage>> all = new LinkedHashMap<>();
    all.put("join", stage -> stage.v.join(ROOM));
    all.put("leave", stage -> stage.v.send("leaveRoom", "roomId", ROOM));
    all.put("register as another", stage -> stage.v.register("w"));
    all.put("register as somebody who is there", stage -> stage.v.register("host"));
    all.put("take over another", stage -> stage.v.register("host", "forced", true));
    all.put("register again", stage -> stage.v.register("v"));
    all.put("take over", stage -> stage.other.register("v", "forced", true));
    all.put("disconnect", stage -> stage.v.disconnect());
    all.put("grace", stage -> stage.world.fire(LoseConnection.GRACE));
    return all;
  }

  /** Each operation is cut at each of its requests by each other one. */
  @TestFactory
  Stream<DynamicTest> nobodyStaysWhoseSocketIsGone() {
    return operations().entrySet().stream()
        .flatMap(first ->
            operations().entrySet().stream()
                .filter(second -> !second.getKey().equals(first.getKey()))
                .map(second ->
                    DynamicTest.dynamicTest(
                        first.getKey() + ", and meanwhile " + second.getKey(),
                        () ->
                            cutEverywhere(
                                first.getValue(),
                                second.getValue(),
                                rivals(first.getKey(), second.getKey())))));
  }

  /**
   * Who asks for two names at once on one socket gets either, and of the other one, if that came
   * with seats, only the schedule frees them.
   */
  private static boolean rivals(String first, String second) {
    String seats = "take over another";
    List<String> names = List.of("register as another", "register again");
    return first.equals(seats) && names.contains(second)
        || second.equals(seats) && names.contains(first);
  }

  private static void cutEverywhere(
      Consumer<Stage> first, Consumer<Stage> second, boolean scheduled) {
    for (boolean seated : new boolean[] {false, true}) {
      boolean cut = true;
      for (int nth = 1; cut; nth++) {
        assertThat(nth).isLessThan(MOST);
        Stage stage = stage(seated);
        boolean[] came = new boolean[1];
        Runnable other =
            () -> {
              came[0] = true;
              second.accept(stage);
            };
        stage.meanwhile(nth, other);
        first.accept(stage);
        stage.undisturbed();
        cut = came[0];
        stage.end();
        if (scheduled) {
          stage.schedule();
        }
        stage.assertNothingLeft("before request %d, seated %b".formatted(nth, seated));
      }
    }
  }

  private static Stage stage(boolean seated) {
    Stage stage = new Stage();
    if (seated) {
      stage.v.join(ROOM);
    }
    return stage;
  }

  /**
   * The gateway repeats nothing that a function was doing when it died; only the schedule helps.
   */
  @TestFactory
  Stream<DynamicTest> deathLeavesNothingThatReconciliationDoesNotFree() {
    return operations().entrySet().stream()
        .flatMap(operation ->
            IntStream.range(1, 10)
                .mapToObj(nth ->
                    DynamicTest.dynamicTest(
                        operation.getKey() + " dies before request " + nth,
                        () -> dies(operation.getValue(), nth))));
  }

  /** Who died with a name it never used speaks for somebody else, in rooms of theirs. */
  @TestFactory
  Stream<DynamicTest> whoTakesANameGetsNoRoomsOfAnother() {
    return IntStream.range(1, 10)
        .mapToObj(nth ->
            DynamicTest.dynamicTest(
                "register as another dies before request " + nth, () -> getsNoRooms(nth)));
  }

  private static void getsNoRooms(int nth) {
    Stage stage = stage(true);
    stage.die(nth);
    stage.v.register("w");
    stage.undisturbed();

    assertThat(stage.other.register("w", "forced", true).code()).isEqualTo("200");

    assertThat(stage.world.connections.findNow("c-other").orElseThrow().rooms()).isEmpty();
  }

  private static void dies(Consumer<Stage> operation, int nth) {
    Stage stage = stage(nth % 2 == 0);
    stage.die(nth);
    try {
      operation.accept(stage);
    } catch (IllegalStateException died) {
      assertThat(died).hasMessageContaining("died");
    } finally {
      stage.undisturbed();
    }
    stage.end();
    stage.schedule();
    stage.assertNothingLeft("afterwards");
  }
}
