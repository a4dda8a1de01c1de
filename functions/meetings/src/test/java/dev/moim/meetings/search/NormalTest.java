package dev.moim.meetings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

  @ParameterizedTest
  @CsvSource({"ＢＢＱ　치킨, bbq 치킨", "Café, café", "ｶﾞ, ガ", "İstanbul, i̇stanbul", "강남, 강남"})
  void caseAndWidthMakeNoDifference(String text, String normal) {
    assertThat(Normal.of(text)).isEqualTo(normal);
  }

  @Test
  void lettersOfSyllablesAreComposed() {
    assertThat(Normal.of(Normalizer.normalize("강남 맛집 Café", Normalizer.Form.NFD)))
        .isEqualTo("강남 맛집 café");
  }

  @Test
  void twiceIsOnce() {
    for (String text : new String[] {"ＢＢＱ", "İ", "ﷺ", "ſﬁ", "각"}) {
      assertThat(Normal.of(Normal.of(text))).isEqualTo(Normal.of(text));
    }
  }

  @Test
  void keywordHasAHundredCharactersAtMost() {
    assertThat(Keyword.of(SearchType.TITLE, " " + "강".repeat(100) + " ").isUsable()).isTrue();
    assertThat(Keyword.of(SearchType.TITLE, "강".repeat(101)).isUsable()).isFalse();
    assertThat(Keyword.of(SearchType.TITLE, "강").isUsable()).isTrue();
  }
}
