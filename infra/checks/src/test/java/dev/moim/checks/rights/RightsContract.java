package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.checks.Drawn;
import dev.moim.shared.kernel.Metric;
import java.util.Set;
import java.util.TreeSet;
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

  /** But for refusals, which the plays of some families do without. */
  @Test
  default void theDashboardDrawsWhatFunctionsEmit() {
    Emitted emitted = verdict().emitted();
    Set<String> counted = new TreeSet<>(emitted.metrics());
    counted.remove(Metric.REFUSALS.label());
    assertThat(counted).isEqualTo(Drawn.ofFamilies().get(emitted.family()));
  }

  @Test
  default void everySharedRightIsUsedBySomebodyWhoSharesIt() {
    assertThat(verdict().unusedByAll()).isEmpty();
  }
}
