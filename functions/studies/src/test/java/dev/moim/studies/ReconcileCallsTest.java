package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.moim.studies.SocketClient.Received;
import dev.moim.studies.signal.StudySockets;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the schedule repairs when sockets close without a word and timers are lost. */
class ReconcileCallsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private SocketWorld world;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
  }

  @Test
  void aCrashedClientLeavesAndTheOthersHearOfIt() {
    SocketClient ann = world.user("ann").join();
    world.user("ben").join();
    ann.take();
    world.sockets.close("c-ben");
    reconcile();
    assertThat(ann.take()).extracting(Received::event).containsExactly("video:user-left");
    assertThat(world.call().inside()).as("the grace is granted").hasSize(2);
    world.pass(Duration.ofSeconds(32));
    assertThat(world.call().inside()).hasSize(1);
  }

  @Test
  void endsSessionsWhoseTimersWereLost() {
    world.user("ann").join();
    world.gateway.disconnect("c-ann");
    world.timers.forget();
    world.pass(Duration.ofMinutes(15));
    assertThat(world.call().isOpen()).isTrue();
    reconcile();
    assertThat(world.call().isOpen()).isFalse();
    assertThat(world.call().seconds(world.clock.instant())).as("until it was lost").isZero();
  }

  @Test
  void endsTheParticipationOfASocketWhoseItemIsGone() {
    world.user("ann").join();
    StudySockets known = world.wiring.studySockets();
    known.remove(known.findNow("c-ann").orElseThrow());
    world.sockets.close("c-ann");
    reconcile();
    world.pass(Duration.ofSeconds(32));
    assertThat(world.call().isOpen()).isFalse();
  }

  @Test
  void aSessionThatNobodyJoinedEnds() {
    world.pass(Duration.ofMinutes(4));
    reconcile();
    assertThat(world.call().isOpen()).isTrue();
    world.pass(Duration.ofMinutes(2));
    reconcile();
    assertThat(world.call().isOpen()).isFalse();
  }

  @Test
  void leavesOpenSocketsAlone() {
    SocketClient ann = world.user("ann").join();
    ann.take();
    world.pass(Duration.ofHours(1));
    reconcile();
    assertThat(world.call().inside()).hasSize(1);
    assertThat(ann.take()).isEmpty();
  }

  @Test
  void aStudyThatCannotBeReconciledStopsNoOther() {
    world.user("ann").join();
    world.sockets.hideState("c-ann");
    for (String studyId : List.of("a-study-before", "the-study-behind")) {
      world.start(studyId);
    }
    world.pass(Duration.ofMinutes(7));

    assertThatIllegalStateException()
        .isThrownBy(this::reconcile)
        .withMessage("1 studies could not be reconciled");

    assertThat(world.calls.openStudies()).containsExactly(SocketWorld.STUDY);
  }

  private void reconcile() {
    world.wiring.reconcileCalls().run();
  }
}
