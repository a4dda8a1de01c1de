package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class TapResultTest {

  @Test
  void readsEachTestWithWhatFollowsIt() {
    String tap =
        """
        TAP version 13
        # Subtest: adds
        ok 1 - adds
          ---
          duration_ms: 1.2
          ...
        not ok 2 - it's 1 - 1
          ---
          error: 'expected 0'
          ...
        1..2
        """;
    assertThat(TapResult.parse(tap))
        .extracting(TapResult::name, TapResult::passed)
        .containsExactly(tuple("adds", true), tuple("it's 1 - 1", false));
    assertThat(TapResult.parse(tap).getLast().details()).contains("expected 0");
    assertThat(TapResult.parse(tap).getLast().reason()).isEqualTo("'expected 0'");
    assertThat(TapResult.parse(tap).getFirst().reason()).isEmpty();
  }

  @Test
  void tellsAnErrorOfManyLinesOnOne() {
    String tap =
        """
        not ok 1 - no page complained
          ---
          error: |-
            Expected values to be strictly deep-equal:

            + [ 'Daniel logged: websocket error' ]
            - []
          code: 'ERR_ASSERTION'
          ...
        """;
    assertThat(TapResult.parse(tap).getLast().reason())
        .isEqualTo(
            "Expected values to be strictly deep-equal: + [ 'Daniel logged: websocket error' ] - []");
  }

  @Test
  void findsNothingInOtherOutput() {
    assertThat(TapResult.parse("node: bad option: --test")).isEmpty();
  }
}
