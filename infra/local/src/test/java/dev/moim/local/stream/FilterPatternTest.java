package dev.moim.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {

  private static final JsonNode RECORD =
      Json.parse(
              """
              {"eventName":"INSERT","count":7,"empty":"","none":null,
               "dynamodb":{"NewImage":{"kind":{"S":"meeting.approved"},"n":{"N":"5"},
                                       "tags":{"SS":["x","y"]}}}}
              """)
          .orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"eventName\":[\"INSERT\"]}                                                   | true",
        "{\"eventName\":[\"MODIFY\",\"INSERT\"]}                                        | true",
        "{\"eventName\":[\"MODIFY\"]}                                                   | false",
        "{\"eventName\":[\"INSERT\"],\"count\":[8]}                                     | false",
        "{}                                                                             | true",
        "{\"count\":[7]}                                                                | true",
        "{\"count\":[7.0]}                                                              | true",
        "{\"count\":[\"7\"]}                                                            | false",
        "{\"count\":[{\"numeric\":[\">\",5,\"<=\",7]}]}                                 | true",
        "{\"count\":[{\"numeric\":[\">\",7]}]}                                          | false",
        "{\"empty\":[\"\"]}                                                             | true",
        "{\"none\":[null]}                                                              | true",
        "{\"eventName\":[null]}                                                         | false",
        "{\"eventName\":[{\"prefix\":\"INS\"}]}                                         | true",
        "{\"eventName\":[{\"suffix\":\"RT\"}]}                                          | true",
        "{\"eventName\":[{\"prefix\":\"RT\"}]}                                          | false",
        "{\"eventName\":[{\"equals-ignore-case\":\"insert\"}]}                          | true",
        "{\"eventName\":[{\"anything-but\":[\"REMOVE\"]}]}                              | true",
        "{\"eventName\":[{\"anything-but\":[\"REMOVE\",\"INSERT\"]}]}                   | false",
        "{\"eventName\":[{\"anything-but\":{\"prefix\":\"INS\"}}]}                      | false",
        "{\"missing\":[{\"anything-but\":[\"x\"]}]}                                     | false",
        "{\"missing\":[{\"exists\":false}]}                                             | true",
        "{\"eventName\":[{\"exists\":false}]}                                           | false",
        "{\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":[{\"exists\":true}]}}}}           | true",
        "{\"dynamodb\":{\"NewImage\":{\"kind\":[{\"exists\":true}]}}}                   | false",
        "{\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":[\"meeting.approved\"]}}}}        | true",
        "{\"dynamodb\":{\"OldImage\":{\"kind\":{\"S\":[\"meeting.approved\"]}}}}        | false",
        "{\"dynamodb\":{\"NewImage\":{\"n\":{\"N\":[\"5\"]}}}}                          | true",
        "{\"dynamodb\":{\"NewImage\":{\"n\":{\"N\":[{\"numeric\":[\"=\",5]}]}}}}        | false",
        "{\"dynamodb\":{\"NewImage\":{\"tags\":{\"SS\":[\"y\"]}}}}                      | true",
        "{\"$or\":[{\"eventName\":[\"REMOVE\"]},{\"count\":[7]}]}                       | true",
        "{\"$or\":[{\"eventName\":[\"REMOVE\"]},{\"count\":[8]}]}                       | false"
      })
  void matchesAsLambdaDoes(String pattern, boolean matches) {
    assertThat(FilterPattern.parse(pattern).matches(RECORD)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventName",
        "[]",
        "{\"eventName\":\"INSERT\"}",
        "{\"eventName\":[]}",
        "{\"eventName\":[{\"like\":\"INS\"}]}",
        "{\"eventName\":[{\"exists\":\"yes\"}]}",
        "{\"count\":[{\"numeric\":[\"~\",5]}]}",
        "{\"count\":[{\"numeric\":[\">\"]}]}"
      })
  void whatIsNoPatternIsRefused(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("a filter ");
  }
}
