package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.StudiesApi.Answer;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.PeerSocket;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatisticsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, Map.of());

  @Test
  void statisticsOfAPeriodAddUpItsDays() {
    String study = api.study("ben", "cat");
    api.session(study, Duration.ofMinutes(10), "ben");
    clock.advance(Duration.ofDays(20));
    api.session(study, Duration.ofMinutes(2), "ben", "cat");
    clock.advance(Duration.ofDays(6).minusMinutes(1));
    api.session(study, Duration.ofMinutes(3));

    Answer week = stats(study, "week");
    assertThat(week.at("stats.totalSessions")).isEqualTo(2);
    assertThat(week.at("stats.totalParticipants")).isEqualTo(4);
    assertThat(week.at("stats.totalDuration")).isEqualTo(300);
    assertThat(week.at("stats.averageDuration")).isEqualTo(150);
    assertThat(counts(week)).containsExactly(1, 0, 0, 0, 0, 0, 1);

    Answer month = stats(study, "month");
    assertThat(month.at("stats.totalSessions")).isEqualTo(3);
    assertThat(((Number) month.at("stats.averageParticipants")).doubleValue()).isEqualTo(2.0);
    assertThat(counts(month)).hasSize(30);
    assertThat(stats(study, null).body()).as("unless asked for").isEqualTo(week.body());
  }

  @Test
  void aYearIsTheCurrentMonthAndTheElevenBefore() {
    String study = api.study("ben");
    api.session(study, Duration.ofMinutes(1), "ben");
    clock.advance(Duration.ofDays(365)); // 2101-01-31
    api.session(study, Duration.ofMinutes(1));
    api.session(study, Duration.ofMinutes(1));

    Answer year = stats(study, "year");
    assertThat(year.at("stats.totalSessions")).isEqualTo(2);
    assertThat(year.text("stats.sessionsPerDay.0.date")).isEqualTo("2100-02-01");
    assertThat(counts(year)).hasSize(365).endsWith(2);

    Answer all = stats(study, "all");
    assertThat(all.at("stats.totalSessions")).isEqualTo(3);
    assertThat(all.text("stats.sessionsPerDay.0.date")).isEqualTo("2100-01-31");
    assertThat(counts(all)).hasSize(366).startsWith(1, 0).endsWith(2);
    assertThat(all.text("stats.mostActiveUser.userId")).isEqualTo("ann");
    assertThat(all.at("stats.mostActiveUser.sessionCount")).isEqualTo(3);
  }

  @Test
  void aStudyWithoutCallsHasZeros() {
    String study = api.study();

    Answer week = stats(study, "week");

    assertThat(week.at("stats.totalSessions")).isEqualTo(0);
    assertThat(week.at("stats.mostActiveUser")).isNull();
    assertThat(counts(week)).hasSize(7).containsOnly(0);
    assertThat(counts(stats(study, "all"))).containsExactly(0);
    Answer mine = api.as("ann", study).stats("ann");
    assertThat(mine.at("stats.totalSessions")).isEqualTo(0);
    assertThat(mine.at("stats.firstSession")).isNull();
  }

  @Test
  void aDayBeginsWhenItDoesInTheStudysZone() {
    clock.advance(Duration.ofHours(5).plusMinutes(59)); // 14:59Z is 23:59 in Seoul
    String study = api.study();
    api.session(study, Duration.ofMinutes(1));
    api.session(study, Duration.ofMinutes(1));
    String utc = api.as("ann").create("{\"name\":\"a\",\"timeZone\":\"UTC\"}").text("study.id");
    api.session(utc, Duration.ofMinutes(1));

    assertThat(counts(stats(study, "week"))).endsWith(1, 1);
    assertThat(stats(study, "week").text("stats.sessionsPerDay.6.date")).isEqualTo("2100-02-01");
    assertThat(stats(utc, "week").text("stats.sessionsPerDay.6.date")).isEqualTo("2100-01-31");
  }

  @Test
  void statisticsOfAMemberAddUpTheirSessions() {
    String study = api.study("ben");
    for (int i = 0; i < 2; i++) {
      String id = api.as("ann", study).start().text("session.id");
      User ben = new User("ben", "김ben", null);
      var now = clock.instant();
      api.calls.change(study, call -> call.enter(ben, new PeerSocket("s", "c"), now));
      api.calls.change(
          study, call -> call.toggle("ben", MediaState.VIDEO_OFF, true, now.plusSeconds(40)));
      clock.advance(Duration.ofMinutes(1));
      api.as("ben", study).leave(id);
      clock.advance(Duration.ofHours(1));
    }

    Answer ben = api.as("ann", study).stats("ben");

    assertThat(ben.at("stats.totalDuration")).isEqualTo(120);
    assertThat(ben.at("stats.averageDuration")).isEqualTo(60);
    assertThat(ben.at("stats.totalVideoOffTime")).isEqualTo(40);
    assertThat(ben.text("stats.firstSession")).isEqualTo("2100-01-31T09:00:00.000Z");
    assertThat(ben.text("stats.lastSession")).isEqualTo("2100-01-31T10:02:00.000Z");
    assertThat(api.as("ben", study).stats("ben").status()).isEqualTo(200);
    assertThat(api.as("ben", study).stats("ann").text("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(api.as("ann", study).stats("eve").status()).isEqualTo(404);
    assertThat(api.as("ann", study).stats("x".repeat(3_000)).status()).isEqualTo(404);
  }

  @Test
  void anUnknownPeriodIsRefused() {
    String study = api.study();

    assertThat(stats(study, "decade").text("details.field")).isEqualTo("period");
    assertThat(stats(study, "WEEK").status()).isEqualTo(400);
  }

  private Answer stats(String study, String period) {
    StudiesApi.As ann = api.as("ann", study);
    return (period == null ? ann : ann.with("period", period)).stats();
  }

  private static List<Integer> counts(Answer answer) {
    return ((List<?>) answer.at("stats.sessionsPerDay"))
        .stream().map(day -> ((Number) ((Map<?, ?>) day).get("count")).intValue()).toList();
  }
}
