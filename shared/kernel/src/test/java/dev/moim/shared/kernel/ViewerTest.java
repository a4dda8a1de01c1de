package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewerTest {

  @Test
  void textsTooLongToStoreAreCut() {
    Viewer viewer = new Viewer("가".repeat(40), "x".repeat(61));

    assertThat(viewer.platform()).isEqualTo("가".repeat(20));
    assertThat(viewer.location()).isEqualTo("x".repeat(60));
  }
}
