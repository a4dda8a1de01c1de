package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void countsBytesAndNotCharacters() {
    assertThat(Utf8.bytes("abc")).isEqualTo(3);
    assertThat(Utf8.bytes("홍길동")).isEqualTo(9);
    assertThat(Utf8.bytes("😀")).isEqualTo(4);
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(Utf8.cut("홍길동", 9)).isEqualTo("홍길동");
    assertThat(Utf8.cut("홍길동", 8)).isEqualTo("홍길");
    assertThat(Utf8.cut("a😀b", 4)).isEqualTo("a");
    assertThat(Utf8.cut("a😀b", 5)).isEqualTo("a😀");
    assertThat(Utf8.cut("", 0)).isEmpty();
  }
}
