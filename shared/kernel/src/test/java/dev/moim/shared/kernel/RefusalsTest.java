package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalsTest {

  private enum Refusal implements ErrorCode {
    ROOM_FULL;

    @Override
    public String message() {
      return "the room is full";
    }
  }

  @Test
  void aRefusalSaysWhyAndTracesNothing() {
    DomainException refused = new DomainException(Refusal.ROOM_FULL);
    assertThat(refused).hasMessage("the room is full");
    assertThat(refused.code()).isEqualTo(Refusal.ROOM_FULL);
    assertThat(refused.getStackTrace()).isEmpty();
  }

  @Test
  void aRefusalMaySayMore() {
    DomainException refused = new DomainException(Refusal.ROOM_FULL, "all 10 seats are taken");
    assertThat(refused).hasMessage("all 10 seats are taken");
    assertThat(refused.code()).isEqualTo(Refusal.ROOM_FULL);
  }

  @Test
  void aWrongFieldIsNamed() {
    assertThat(FieldException.missing("roomId")).hasMessage("roomId is required");
    assertThat(FieldException.invalid("capacity", "a number"))
        .hasMessage("capacity must be a number");
    assertThat(FieldException.missing("roomId").getStackTrace()).isEmpty();
  }
}
