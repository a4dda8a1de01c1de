package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.StudiesApi.Answer;
import dev.moim.studies.call.dynamodb.ManySessions;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A page of the history costs the same wherever it is. One test, since the table is emptied slowly;
 * {@code -Dmoim.past=100000} makes the history ten times as long.
 */
class LongHistoryTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private static final int SESSIONS = Integer.getInteger("moim.past", 10_000);
  private static final int PAGES = SESSIONS / 20;
  private static final Instant FIRST =
      Instant.parse("2099-06-01T00:00:00Z").minus(SESSIONS, ChronoUnit.HOURS);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, Map.of());

  @Tag("slow")
  @Test
  void everyPageOfManySessionsCostsTwoRequests() throws Exception {
    String study = api.study();
    ManySessions.write(DYNAMO.client(), DYNAMO.table("StudyCallsTable"), study, SESSIONS, FIRST);

    for (int page : List.of(1, PAGES / 2, PAGES)) {
      DYNAMO.counter().reset();
      Answer answer = api.as("ann", study).with("page", "" + page).history();
      assertThat(DYNAMO.counter().byOperation())
          .as("page %d", page)
          .isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
      assertThat(DYNAMO.counter().readUnits()).isLessThanOrEqualTo(5);
      assertThat(answer.at("pagination.total")).isEqualTo(SESSIONS);
      assertThat((List<?>) answer.at("sessions")).hasSize(20);
    }
    Answer last = api.as("ann", study).with("page", "" + PAGES).history();
    assertThat(last.text("sessions.19.startedAt"))
        .isEqualTo(FIRST.toString().replace("Z", ".000Z"));

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
