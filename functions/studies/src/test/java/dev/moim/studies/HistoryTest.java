package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.StudiesApi.Answer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages and dates of the history, at their edges. */
class HistoryTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, Map.of());
  private final List<String> sessions = new ArrayList<>();
  private String study = "";

  /** Five sessions, twelve hours apart: from 18:00 in Seoul on the 31st on. */
  @BeforeEach
  void setUp() {
    study = api.study();
    for (int i = 0; i < 5; i++) {
      sessions.add(api.session(study, Duration.ofMinutes(1)));
      clock.advance(Duration.ofHours(12).minusMinutes(1));
    }
  }

  @Test
  void pagesGoFromTheLatestToTheFirst() {
    assertThat(ids(page("1", "2"))).containsExactly(sessions.get(4), sessions.get(3));
    assertThat(ids(page("3", "2"))).containsExactly(sessions.get(0));
    assertThat(page("3", "2").at("pagination.totalPages")).isEqualTo(3);
    Answer beyond = page("4", "2");
    assertThat(ids(beyond)).isEmpty();
    assertThat(beyond.at("pagination.total")).isEqualTo(5);
    assertThat(ids(page("2147483647", "100"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "-5,1", "101,100", "2147483647,100", "7,7"})
  void aLimitOutOfRangeIsClamped(String asked, int given) {
    assertThat(page("1", asked).at("pagination.limit")).isEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource({
    "page,0",
    "page,-1",
    "page,x",
    "page,1.5",
    "limit,x",
    "limit,99999999999",
    "startDate,yesterday",
    "startDate,2100-02-30",
    "endDate,2100-01-31T25:00:00Z",
    "endDate,-999999999-01-01",
    "startDate,+999999999-12-31",
    "startDate,''"
  })
  void whatCannotBeMeantIsRefused(String name, String value) {
    Answer answer = api.as("ann", study).with(name, value).history();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("INVALID_REQUEST");
    assertThat(answer.text("details.field")).isEqualTo(name);
  }

  @Test
  void aDateMeansThatWholeDayInTheStudysTimeZone() {
    // In Seoul: 31st 18:00, 1st 06:00, 1st 18:00, 2nd 06:00, 2nd 18:00.
    assertThat(ids(between("2100-02-01", "2100-02-01")))
        .containsExactly(sessions.get(2), sessions.get(1));
    assertThat(ids(between("2100-02-02", null))).containsExactly(sessions.get(4), sessions.get(3));
    assertThat(ids(between(null, "2100-01-31"))).containsExactly(sessions.get(0));
    assertThat(ids(between("2100-03-01", null))).isEmpty();
    assertThat(ids(between(null, "2100-01-30"))).isEmpty();
  }

  @Test
  void aStartTimeIsInclusive() {
    assertThat(ids(between("2100-01-31T09:00:00.000Z", "2100-01-31T21:00:00Z")))
        .containsExactly(sessions.get(1), sessions.get(0));
    assertThat(ids(between("2100-01-31T18:00:00.001+09:00", "2100-02-01T06:00:00")))
        .containsExactly(sessions.get(1));
    assertThat(between("2100-02-02", "2100-02-01").status()).isEqualTo(400);
  }

  @Test
  void aStudyWithoutCallsHasAnEmptyHistory() {
    study = api.study();

    assertThat(ids(page("1", "20"))).isEmpty();
    assertThat(page("1", "20").at("pagination.totalPages")).isEqualTo(0);
    assertThat(ids(between("2100-01-01", null))).isEmpty();
  }

  private Answer page(String page, String limit) {
    return api.as("ann", study).with("page", page).with("limit", limit).history();
  }

  private Answer between(String start, String end) {
    StudiesApi.As ann = api.as("ann", study);
    if (start != null) {
      ann.with("startDate", start);
    }
    if (end != null) {
      ann.with("endDate", end);
    }
    return ann.history();
  }

  private static List<String> ids(Answer answer) {
    return ((List<?>) answer.at("sessions"))
        .stream().map(session -> String.valueOf(((Map<?, ?>) session).get("id"))).toList();
  }
}
