package dev.moim.meetings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.people.PersonIds;
import dev.moim.testkit.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingDayTest {

  @ParameterizedTest
  @CsvSource({
    "2100-02-01T14:59:59.999Z, 2100-02-01",
    "2100-02-01T15:00:00Z, 2100-02-02",
    "2026-12-31T15:00:00Z, 2027-01-01"
  })
  void dayIsTheOneInSeoulOnWhichTheIdWasMade(String now, LocalDate day) {
    long id = new PersonIds(TestClock.at(now)).next();
    assertThat(PostingDay.of(id)).isEqualTo(new PostingDay(day));
    assertThat(PostingDay.madeAt(id)).isEqualTo(Instant.parse(now));
  }
}
