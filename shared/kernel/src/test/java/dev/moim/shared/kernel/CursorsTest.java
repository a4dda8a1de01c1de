package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CursorsTest {

  @Test
  void comeBackAsThePositionTheyWereMadeOf() {
    for (String position : new String[] {"", "1 room", "한글 방?&/+"}) {
      assertThat(Cursors.position(Cursors.of(position))).isEqualTo(position);
      assertThat(Cursors.of(position)).as("needs no encoding in an address").matches("[\\w-]*");
    }
  }

  @Test
  void othersAreRefused() {
    assertThatThrownBy(() -> Cursors.position("!"))
        .isInstanceOf(FieldException.class)
        .hasMessageContaining("cursor");
  }
}
