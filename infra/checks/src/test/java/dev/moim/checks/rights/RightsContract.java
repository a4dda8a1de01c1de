package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the plays of every family have to show: its functions may do what they do, and no more. */
interface RightsContract {

  Verdict verdict();

  @Test
  default void everyFunctionMayDoWhatItDoes() {
    assertThat(verdict().denied()).isEmpty();
  }

  @Test
  default void everyFunctionDoesWhatItMay() {
    assertThat(verdict().unusedByTheirOwner()).isEmpty();
  }

  @Test
  default void everySharedRightIsUsedBySomebodyWhoSharesIt() {
    assertThat(verdict().unusedByAll()).isEmpty();
  }
}
