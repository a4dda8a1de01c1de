package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.studies.schedule.ReconcileHandler;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody is online for ever whose socket closed without a word. */
class ReconcileOnlineTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private static final List<String> STUDIES = List.of("a-study-before", "the-study-behind");

  private SocketWorld world;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    for (String studyId : STUDIES) {
      world.member(studyId, "owner", Role.OWNER, Status.ACTIVE);
      world.connect("c-" + studyId, "owner").emit("presence:join-study", "studyId", studyId);
    }
    SocketClient doubtful = world.user("ann");
    doubtful.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    world.sockets.hideState(doubtful.connectionId);
    STUDIES.forEach(studyId -> world.sockets.close("c-" + studyId));
  }

  private List<String> online() {
    world.pass(Duration.ofMinutes(1));
    return STUDIES.stream()
        .filter(studyId -> !world.wiring.onlineSockets().find(studyId).isEmpty())
        .toList();
  }

  @Test
  void aStudyThatCannotBeReconciledStopsNoOther() {
    assertThat(online()).isEqualTo(STUDIES);

    assertThatIllegalStateException()
        .isThrownBy(() -> world.wiring.reconcileOnline().run())
        .withMessage("1 studies could not be reconciled");

    assertThat(online()).isEmpty();
  }

  @Test
  void callsThatCannotBeReconciledDoNotKeepAnybodyOnline() {
    world.start();
    world.user("ann").join();

    assertThatIllegalStateException()
        .isThrownBy(() -> new ReconcileHandler(world.wiring).handleRequest(Map.of(), null));

    assertThat(online()).isEmpty();
  }
}
