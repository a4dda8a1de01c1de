package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.StudiesApi.Answer;
import dev.moim.studies.call.dynamodb.ManySessions;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A page of the history costs the same wherever it is. One test, since the table is emptied slowly.
 */
class LongHistoryTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private static final int SESSIONS = 100_000;
  private static final Instant FIRST = Instant.parse("2088-01-01T00:00:00Z");

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, Map.of());

  @Tag("slow")
  @Test
  void everyPageOfAHundredThousandSessionsCostsTwoRequests() throws Exception {
    String study = api.study();
    ManySessions.write(DYNAMO.client(), DYNAMO.table("StudyCallsTable"), study, SESSIONS, FIRST);

    for (int page : List.of(1, 2_500, 5_000)) {
      DYNAMO.counter().reset();
      Answer answer = api.as("ann", study).with("page", "" + page).history();
      assertThat(DYNAMO.counter().byOperation())
          .as("page %d", page)
          .isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
      assertThat(DYNAMO.counter().readUnits()).isLessThanOrEqualTo(5);
      assertThat(answer.at("pagination.total")).isEqualTo(SESSIONS);
      assertThat((List<?>) answer.at("sessions")).hasSize(20);
    }
    Answer last = api.as("ann", study).with("page", "5000").history();
    assertThat(last.text("sessions.19.startedAt")).isEqualTo("2088-01-01T00:00:00.000Z");

    DYNAMO.counter().reset();
    Answer day =
        api.as("ann", study)
            .with("startDate", "2099-03-01")
            .with("endDate", "2099-03-01")
            .history();
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("BatchGetItem", 1, "Query", 3));
    assertThat(day.at("pagination.total")).as("one an hour").isEqualTo(24);
    assertThat(day.at("pagination.totalPages")).isEqualTo(2);
    assertThat(day.text("sessions.0.startedAt")).isEqualTo("2099-03-01T14:00:00.000Z");

    DYNAMO.counter().reset();
    api.as("ann", study).details(last.text("sessions.7.id"));
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("BatchGetItem", 1));
  }
}
