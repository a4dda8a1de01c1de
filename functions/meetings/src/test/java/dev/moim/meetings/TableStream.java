package dev.moim.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.moim.meetings.lambda.IndexHandler;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.lambda.StreamEndpoint;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a table's stream would deliver: its new events, in order, to the function that reacts. */
final class TableStream {

  private final DynamoDbExtension dynamo;
  private final IndexHandler handler;
  private final Set<String> delivered = new HashSet<>();

  TableStream(DynamoDbExtension dynamo, MeetingsWiring wiring) {
    this.dynamo = dynamo;
    this.handler = new IndexHandler(wiring);
  }

  /** Delivers what is new. */
  void deliver() {
    deliver(fresh());
  }

  /** What is new; from now on it is not. */
  List<DynamodbStreamRecord> fresh() {
    List<DynamodbStreamRecord> records = new ArrayList<>(events());
    records.removeIf(record -> !delivered.add(record.getDynamodb().getSequenceNumber()));
    return records;
  }

  void deliver(List<DynamodbStreamRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records);
    assertThat(handler.handleRequest(event, TestContext.INSTANCE).getBatchItemFailures()).isEmpty();
  }

  /**
   * One event of any table.
   *
   * @return false if it has to come again
   */
  static boolean deliver(StreamEndpoint reader, DomainEvent event) {
    Map<String, AttributeValue> fields = new HashMap<>();
    event.fields().forEach((name, value) -> fields.put(name, new AttributeValue(value)));
    Map<String, AttributeValue> image = new HashMap<>();
    image.put(DomainEvent.Item.ID, new AttributeValue(event.id()));
    image.put(DomainEvent.Item.KIND, new AttributeValue(event.kind()));
    image.put(DomainEvent.Item.FIELDS, new AttributeValue().withM(fields));
    image.put(
        DomainEvent.Item.OCCURRED_AT,
        new AttributeValue().withN(Long.toString(event.occurredAt().toEpochMilli())));
    DynamodbEvent batch = new DynamodbEvent();
    batch.setRecords(List.of(record(image)));
    return reader.handleRequest(batch, TestContext.INSTANCE).getBatchItemFailures().isEmpty();
  }

  /** Kinds of the events there are, by whom they are about, in order. */
  List<String> kinds() {
    return events().stream()
        .map(record -> record.getDynamodb().getNewImage().get(DomainEvent.Item.KIND).getS())
        .toList();
  }

  /** The fields of the last event. */
  Map<String, String> last() {
    Map<String, String> fields = new HashMap<>();
    events()
        .getLast()
        .getDynamodb()
        .getNewImage()
        .get(DomainEvent.Item.FIELDS)
        .getM()
        .forEach((name, value) -> fields.put(name, value.getS()));
    return fields;
  }

  private List<DynamodbStreamRecord> events() {
    return dynamo
        .client()
        .scanPaginator(it ->
            it.tableName(dynamo.table("MeetingsTable"))
                .filterExpression("attribute_exists(eventId)"))
        .items()
        .stream()
        .map(TableStream::image)
        .map(TableStream::record)
        .sorted(Comparator.comparing(it -> it.getDynamodb().getSequenceNumber()))
        .toList();
  }

  private static Map<String, AttributeValue> image(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
    Map<String, AttributeValue> image = new HashMap<>();
    item.forEach((name, value) -> image.put(name, converted(value)));
    return image;
  }

  private static DynamodbStreamRecord record(Map<String, AttributeValue> image) {
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(
        new StreamRecord()
            .withNewImage(image)
            .withSequenceNumber(image.get(DomainEvent.Item.ID).getS()));
    return record;
  }

  private static AttributeValue converted(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    if (value.hasM()) {
      Map<String, AttributeValue> map = new HashMap<>();
      value.m().forEach((name, inner) -> map.put(name, converted(inner)));
      return new AttributeValue().withM(map);
    }
    return value.n() != null
        ? new AttributeValue().withN(value.n())
        : new AttributeValue().withS(value.s());
  }
}
