package dev.moim.meetings.participation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.meetings.meeting.MeetingState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticipationStatusTest {

  @ParameterizedTest
  @CsvSource({
    "PENDING, RECRUITING, PENDING, true",
    "PENDING, CLOSED, CLOSED, true",
    "PENDING, CANCELED, CANCELED, true",
    "PENDING, EXPIRED, CLOSED, true",
    "APPROVED, RECRUITING, APPROVED, false",
    "APPROVED, CLOSED, APPROVED, false",
    "APPROVED, CANCELED, CANCELED, true",
    "APPROVED, EXPIRED, CLOSED, true",
    "REJECTED, RECRUITING, REJECTED, true",
    "REJECTED, CLOSED, REJECTED, true",
    "REJECTED, CANCELED, REJECTED, true",
    "REJECTED, EXPIRED, REJECTED, true"
  })
  void dependsOnItsMeeting(
      ParticipationStatus kept,
      MeetingState meeting,
      ParticipationStatus shown,
      boolean deletable) {
    assertThat(kept.in(meeting)).isEqualTo(shown);
    assertThat(shown.isDeletable()).isEqualTo(deletable);
  }
}
