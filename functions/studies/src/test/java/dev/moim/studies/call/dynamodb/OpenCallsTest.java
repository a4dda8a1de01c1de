package dev.moim.studies.call.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.OpenCalls;
import dev.moim.shared.groups.dynamodb.DynamoOpenCalls;
import dev.moim.studies.User;
import dev.moim.studies.call.StudyCall;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What this family writes of a call is what others read of it. */
class OpenCallsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("StudyCallsTable");

  private static final Instant START = Instant.parse("2100-01-31T16:00:00Z");
  private static final User ANN = new User("ann", "김철수", null);
  private static final User BEN = new User("ben.b-1", "이영희", null);

  private final DynamoCalls calls =
      new DynamoCalls(DYNAMO.client(), DYNAMO.table("StudyCallsTable"));
  private final OpenCalls open =
      new DynamoOpenCalls(DYNAMO.client(), DYNAMO.table("StudyCallsTable"));

  @Test
  void tellsWhoIsInsideTheOpenSession() {
    assertThat(isInside(ANN, "none")).as("there was never a call").isFalse();
    String first = start();
    assertThat(isInside(ANN, first)).isFalse();

    join(ANN);
    join(BEN);
    assertThat(isInside(ANN, first)).isTrue();
    assertThat(isInside(BEN, first)).isTrue();
    assertThat(isInside(User.of("cat"), first)).isFalse();
    assertThat(isInside(ANN, "another")).isFalse();
    assertThat(open.isInside(new MemberKey("another", "ann"), first)).isFalse();

    leave(BEN);
    assertThat(isInside(BEN, first)).isFalse();
    assertThat(isInside(ANN, first)).isTrue();
    join(BEN);
    assertThat(isInside(BEN, first)).as("back again").isTrue();

    leave(ANN);
    leave(BEN);
    assertThat(isInside(BEN, first)).as("it is over").isFalse();

    String second = start();
    join(ANN);
    assertThat(isInside(ANN, second)).isTrue();
    assertThat(isInside(ANN, first)).isFalse();
  }

  private boolean isInside(User user, String sessionId) {
    return open.isInside(new MemberKey("study", user.id()), sessionId);
  }

  private String start() {
    Optional<StudyCall> latest = calls.findNow("study");
    StudyCall next =
        latest
            .map(last -> last.next(ANN, START.plusSeconds(100)))
            .orElseGet(() -> StudyCall.start("study", ZoneId.of("Asia/Seoul"), ANN, START));
    return calls.start(latest, _ -> next).call().session().id();
  }

  private void join(User user) {
    calls.change("study", call -> call.join(user, START.plusSeconds(10)));
  }

  private void leave(User user) {
    calls.change("study", call -> call.leave(user.id(), START.plusSeconds(20)));
  }
}
