package dev.moim.shared.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.FieldException.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private static Fields with(Object value) {
    return new Fields(Collections.singletonMap("f", value));
  }

  private static void assertProblem(Problem problem, Object value, Function<Fields, ?> reader) {
    assertThatThrownBy(() -> reader.apply(with(value)))
        .isInstanceOfSatisfying(
            FieldException.class,
            wrong -> {
              assertThat(wrong.problem()).isEqualTo(problem);
              assertThat(wrong.field()).isEqualTo("f");
              assertThat(wrong).hasMessageStartingWith("f ").hasNoCause();
            });
  }

  @Test
  void nullAndAbsentAreTheSame() {
    for (Fields fields : List.of(with(null), new Fields(Map.of()))) {
      assertThat(fields.raw("f")).isNull();
      assertThat(fields.optionalText("f")).isEmpty();
      assertThat(fields.optionalInt("f", 0, 9)).isEmpty();
      assertThat(fields.optionalFlag("f")).isEmpty();
    }
    assertProblem(Problem.MISSING, null, fields -> fields.requiredRaw("f"));
    assertProblem(Problem.MISSING, null, fields -> fields.text("f"));
    assertProblem(Problem.MISSING, null, fields -> fields.text("f", 9));
    assertProblem(Problem.MISSING, null, fields -> fields.flag("f"));
    assertProblem(Problem.MISSING, null, fields -> fields.texts("f", 9));
  }

  @Test
  void anEmptyTextIsMissing() {
    assertThat(with("").optionalText("f")).isEmpty();
    assertThat(with("").optionalInt("f", 0, 9)).isEmpty();
    assertProblem(Problem.MISSING, "", fields -> fields.text("f"));
  }

  @Test
  void readsTextUpToItsLimit() {
    assertThat(with("한글").text("f", 2)).isEqualTo("한글");
    assertThat(with("x".repeat(Fields.MAX_TEXT)).text("f")).hasSize(Fields.MAX_TEXT);
    assertProblem(Problem.INVALID, "abc", fields -> fields.text("f", 2));
    assertProblem(Problem.INVALID, "x".repeat(Fields.MAX_TEXT + 1), fields -> fields.text("f"));
  }

  @Test
  void onlyTextIsText() {
    for (Object value : List.of(7, true, List.of("a"), Map.of())) {
      assertProblem(Problem.INVALID, value, fields -> fields.optionalText("f"));
    }
  }

  @Test
  void readsWholeNumbersHoweverWritten() {
    List<Object> fives =
        List.of(5, 5L, BigInteger.valueOf(5), "5", "+5", "5.0", new BigDecimal("5.00"), "0.5e1");
    for (Object five : fives) {
      assertThat(with(five).optionalInt("f", 5, 5)).as("%s", five).contains(5);
    }
    assertThat(with("0e2147483647").optionalInt("f", 0, 0)).contains(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "four",
        " 5",
        "5.5",
        "0",
        "10",
        "-5",
        "99999999999",
        "NaN",
        "1e2147483647",
        "1e-2147483647",
        "1e99999999999",
        "0x5"
      })
  void refusesWhatIsNoWholeNumberInRange(String text) {
    assertProblem(Problem.INVALID, text, fields -> fields.optionalInt("f", 1, 9));
  }

  @Test
  void refusesWhatIsNoNumberAtAll() {
    for (Object value : List.of(true, List.of(5), Map.of("f", 5), new BigDecimal("1E+400"))) {
      assertProblem(Problem.INVALID, value, fields -> fields.optionalInt("f", 1, 9));
    }
  }

  @Test
  void readsFlagsAndTheirTexts() {
    assertThat(with(true).flag("f")).isTrue();
    assertThat(with("true").flag("f")).isTrue();
    for (Object no : List.of(false, "false", "")) {
      assertThat(with(no).flag("f")).isFalse();
      assertThat(with(no).optionalFlag("f")).contains(false);
    }
    for (Object value : List.of("yes", "TRUE", 1, List.of(true))) {
      assertProblem(Problem.INVALID, value, fields -> fields.flag("f"));
    }
  }

  @Test
  void readsListsOfTexts() {
    assertThat(with(List.of("a", "b")).texts("f", 2)).containsExactly("a", "b");
    assertThat(with(List.of()).texts("f", 2)).isEmpty();
    List<Object> bad =
        List.of(
            "a",
            Map.of(),
            List.of("a", "b", "c"),
            List.of(1),
            List.of(""),
            Arrays.asList("a", null),
            List.of("x".repeat(Fields.MAX_TEXT + 1)));
    for (Object value : bad) {
      assertProblem(Problem.INVALID, value, fields -> fields.texts("f", 2));
    }
  }

  @Test
  void namesItsFieldsButShowsNoValue() {
    assertThat(new Fields(Map.of("authKey", "s3cret"))).hasToString("Fields[authKey]");
  }
}
