package dev.moim.shared.sockets.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00.123Z");

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 35, 36, 1_795_251_604_700L, 4_102_444_800_000L, 99_999_999_999_999L})
  void knowsWhenItWasIssued(long millis) {
    SessionId issued = SessionId.issue(Instant.ofEpochMilli(millis));
    assertThat(SessionId.parse(issued.text())).contains(issued);
    assertThat(issued.issuedAt()).isEqualTo(Instant.ofEpochMilli(millis));
  }

  @Test
  void twoOfOneMillisecondDiffer() {
    assertThat(SessionId.issue(NOW)).isNotEqualTo(SessionId.issue(NOW));
  }

  /** The id of a socket that was opened without polling is 20 characters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789ABCDEFGHIJ",
        "0mhx1a2b37kQ2mXw9RrT4bLz8VnYc3",
        "0mhx1a2b37kQ2mXw9RrT4bLz8VnYc3DD",
        "0MHX1A2B37kQ2mXw9RrT4bLz8VnYc3D",
        "0mhx1a2b37kQ2mXw9RrT4bLz8VnYc3-"
      })
  void anythingElseIsNone(String text) {
    assertThat(SessionId.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-6000, false, false",
    "-4000, true, true",
    "0, true, true",
    "20000, true, true",
    "20001, false, true",
    "30000, false, true",
    "30001, false, false"
  })
  void pollsForTwentySecondsAndUpgradesALittleLater(long age, boolean polls, boolean upgrades) {
    SessionId session = SessionId.issue(NOW.minusMillis(age));
    assertThat(session.age(NOW)).isEqualTo(Duration.ofMillis(age));
    assertThat(session.polls(NOW)).isEqualTo(polls);
    assertThat(session.upgrades(NOW)).isEqualTo(upgrades);
    assertThat(Upgrade.of(session.text(), NOW).possible()).isEqualTo(upgrades);
  }

  @Test
  void aSocketWithoutASessionIsOneWhoseClientDidNotPoll() {
    assertThat(Upgrade.of(null, NOW).possible()).isTrue();
    assertThat(Upgrade.of("", NOW).session()).isEmpty();
    assertThat(Upgrade.of("made up", NOW).possible()).isFalse();
  }
}
