package dev.moim.studies.burst;

import dev.moim.studies.SocketWorld;
import dev.moim.studies.burst.Burst.Frame;
import dev.moim.testkit.memory.MemoryDynamo;
import dev.moim.testkit.memory.SideBySide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Functions of the family that handle frames side by side, on a database in memory. */
final class Functions {

  final SocketWorld world;
  private final SideBySide sideBySide = new SideBySide();

  Functions() {
    this(Map.of());
  }

  /**
   * @param settings of the deployment
   */
  Functions(Map<String, String> settings) {
    MemoryDynamo dynamo =
        new MemoryDynamo(
            Map.of(
                "GroupsTable", List.of("groupId", "userId"),
                "StudyCallsTable", List.of("studyId", "item"),
                "ConnectionsTable", List.of("id")),
            sideBySide::beforeRequest);
    world = new SocketWorld(dynamo, UnaryOperator.identity(), settings);
    world.pause = sideBySide::pause;
    world.sockets.delayPosts(sideBySide::post);
  }

  /** So many of the next functions die at most before one of their requests. */
  void die(int most) {
    sideBySide.die(most);
  }

  /** Handles all of them, and what else happens at the same time; returns when all are done. */
  void handle(List<Frame> frames, Runnable... others) {
    Instant start = world.clock.instant().plusMillis(1);
    List<Runnable> functions = new ArrayList<>(List.of(others));
    frames.forEach(frame ->
        functions.add(() ->
            world.gateway.frame(
                frame.client().connectionId, frame.text(), start.plusMillis(frame.millis()))));
    world.clock.advance(Duration.ofMillis(200));
    sideBySide.run(functions);
  }
}
