package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DomainEventTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

  @Test
  void eachTimeThatSomethingHappensIsAnEventOfItsOwn() {
    DomainEvent first = DomainEvent.of("meeting.approved", NOW, Map.of("meetingId", "7"));
    DomainEvent second = DomainEvent.of("meeting.approved", NOW, Map.of("meetingId", "7"));
    DomainEvent later =
        DomainEvent.of("meeting.approved", NOW.plusMillis(1), Map.of("meetingId", "7"));
    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(first.id()).isLessThan(later.id());
    assertThat(second.id()).isLessThan(later.id());
  }

  /** A table keeps no more of it, and what is read back must be what was written. */
  @Test
  void timeIsKeptToTheMillisecond() {
    assertThat(DomainEvent.of("meeting.approved", NOW, Map.of()).occurredAt())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00.123Z"));
  }

  @Test
  void aMissingFieldIsNamed() {
    DomainEvent event = DomainEvent.of("meeting.approved", NOW, Map.of("meetingId", "7"));
    assertThat(event.field("meetingId")).isEqualTo("7");
    assertThatThrownBy(() -> event.field("userId"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("meeting.approved has no field userId");
  }
}
