package dev.moim.shared.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.MalformedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsEveryKindOfValue() {
    assertThat(Json.read(" [\"a\", true, false, null, {\"b\": []}] "))
        .isEqualTo(Arrays.asList("a", true, false, null, Map.of("b", List.of())));
  }

  @Test
  void keepsTheOrderOfFields() {
    String text = "{\"z\":1,\"a\":2,\"m\":3}";
    assertThat(Json.readObject(text).keySet()).containsExactly("z", "a", "m");
    assertThat(Json.write(Json.read(text))).isEqualTo(text);
  }

  @Test
  void keepsNumbersExactly() {
    assertThat(Json.read("[1,-0,9007199254740993,123456789012345678901,0.10,1e400]"))
        .isEqualTo(
            List.of(
                1,
                0,
                9007199254740993L,
                new BigInteger("123456789012345678901"),
                new BigDecimal("0.10"),
                new BigDecimal("1E+400")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.10", "1.0", "123456789012345678901234567890.5", "1E+400"})
  void writesTheNumberItRead(String number) {
    assertThat(Json.write(Json.read(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | empty text
          '  '                  | empty text
          {                     | not valid JSON at line 1, column 2
          [1,]                  | not valid JSON at line 1, column 4
          {eventOp:"x"}         | not valid JSON at line 1, column 2
          NaN                   | not valid JSON at line 1, column 4
          01                    | not valid JSON at line 1, column 2
          `a`                   | not valid JSON at line 1, column 1
          {"a":1} {"a":1}       | more than one JSON value
          {} x                  | not valid JSON at line 1, column 4
          {"a":1,"b":{},"a":2}  | a field occurs twice
          1e99999999999         | number out of range
          """)
  void refusesWithAReason(String text, String reason) {
    assertThatThrownBy(() -> Json.read(text))
        .isInstanceOf(MalformedException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"{}\""})
  void refusesWhatIsNoObject(String text) {
    assertThatThrownBy(() -> Json.readObject(text))
        .isInstanceOf(MalformedException.class)
        .hasMessage("not a JSON object");
  }

  @Test
  void limitsTheDepth() {
    assertThat(Json.read("[".repeat(64) + "1" + "]".repeat(64))).isNotNull();
    assertThatThrownBy(() -> Json.read("[".repeat(65) + "]".repeat(65)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("nested deeper than 64");
    assertThatThrownBy(() -> Json.read("{\"a\":".repeat(100_000)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void limitsTheDigitsOfANumber() {
    assertThatThrownBy(() -> Json.read("9".repeat(1_001)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a number, name or text is too long");
  }

  @Test
  void saysNothingOfTheTextInItsReason() {
    assertThatThrownBy(() -> Json.read("{\"authKey\":\"s3cret\" s3cret}"))
        .isInstanceOf(MalformedException.class)
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void escapesHalvesOfCharacters() {
    assertThat(Json.write("a\ud83d")).isEqualTo("\"a\\ud83d\"");
    assertThat(Json.write("\ude00\ud83d\ude00\ud83d!"))
        .isEqualTo("\"\\ude00\ud83d\ude00\\ud83d!\"");
    assertThat(Json.read("\"\\ud83d\"")).isEqualTo("\ud83d");
    assertThat(Json.read("\"\ud83d\"")).isEqualTo("\ud83d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"\\ud83d\":1}", "{\"\ud83d\":1}"})
  void refusesHalvesOfCharactersInNames(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(MalformedException.class);
  }

  @Test
  void escapesControlCharacters() {
    assertThat(Json.write("\0\n\u001f\"\\/한")).isEqualTo("\"\\u0000\\n\\u001F\\\"\\\\/한\"");
  }

  @Test
  void writesOnlyJsonValues() {
    assertThat(Json.write(List.of(1.5, 7L))).isEqualTo("[1.5,7]");
    assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.write(Map.of("at", new Object())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.write(Map.of(7, "seven")))
        .isInstanceOf(IllegalArgumentException.class);
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    assertThatThrownBy(() -> Json.write(endless)).isInstanceOf(IllegalArgumentException.class);
  }
}
