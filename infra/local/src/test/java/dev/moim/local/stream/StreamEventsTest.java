package dev.moim.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** DynamoDB Local says in which minute something was written; functions see a second. */
class StreamEventsTest {

  @ParameterizedTest
  @CsvSource({
    "2100-01-01T00:05:00Z, 2100-01-01T00:05:42.900Z, 2100-01-01T00:05:42Z",
    "2100-01-01T00:05:00Z, 2100-01-01T00:05:00.100Z, 2100-01-01T00:05:00Z",
    "2100-01-01T00:05:00Z, 2100-01-01T00:06:00Z, 2100-01-01T00:05:00Z",
    "2100-01-01T00:05:00Z, 2100-01-01T07:00:00Z, 2100-01-01T00:05:00Z",
    "2100-01-01T00:05:00Z, 2100-01-01T00:04:59Z, 2100-01-01T00:05:00Z",
    "2100-01-01T00:05:07Z, 2100-01-01T00:05:42Z, 2100-01-01T00:05:07Z"
  })
  void recordReadWithinItsMinuteWasWrittenNotLongBefore(
      Instant written, Instant asked, Instant told) {
    Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS("a"));
    StreamRecord change =
        StreamRecord.builder()
            .approximateCreationDateTime(written)
            .keys(key)
            .sequenceNumber("1")
            .sizeBytes(1L)
            .streamViewType("NEW_AND_OLD_IMAGES")
            .build();
    Record record = Record.builder().eventID("e").eventName("INSERT").dynamodb(change).build();

    JsonNode event = StreamEvents.json(record, "arn", asked);

    assertThat(event.at("/dynamodb/ApproximateCreationDateTime").asLong())
        .isEqualTo(told.getEpochSecond());
  }
}
