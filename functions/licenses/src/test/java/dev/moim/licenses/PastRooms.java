package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Many rooms that a tenant had: one really lived through, the others copies of what it left. */
final class PastRooms {

  private static final int BATCH = 25;

  private final DynamoDbExtension dynamo;
  private final Map<String, AttributeValue> trace;
  private int count = 1;

  PastRooms(DynamoDbExtension dynamo, RoomScene scene, String licenseId, TestClock clock) {
    this.dynamo = dynamo;
    scene.open(new RoomKey(licenseId, "past"));
    clock.advance(Duration.ofSeconds(1));
    scene.close(new RoomKey(licenseId, "past"));
    List<Map<String, AttributeValue>> left =
        dynamo
            .client()
            .query(r ->
                r.tableName(dynamo.table("RoomsTable"))
                    .keyConditionExpression("roomId = :id")
                    .expressionAttributeValues(
                        Map.of(":id", AttributeValue.fromS("usage#" + licenseId))))
            .items();
    assertThat(left).as("what a room leaves behind").hasSize(1);
    trace = left.getFirst();
  }

  void growTo(int rooms) {
    IntStream.iterate(count, from -> from < rooms, from -> from + BATCH)
        .parallel()
        .forEach(from -> write(from, Math.min(rooms, from + BATCH)));
    count = rooms;
  }

  private void write(int from, int to) {
    List<WriteRequest> writes = new ArrayList<>();
    for (int number = from; number < to; number++) {
      Map<String, AttributeValue> copy = new HashMap<>(trace);
      copy.put("licenseId", AttributeValue.fromS(trace.get("licenseId").s() + number));
      writes.add(WriteRequest.builder().putRequest(put -> put.item(copy)).build());
    }
    dynamo.client().batchWriteItem(r -> r.requestItems(Map.of(dynamo.table("RoomsTable"), writes)));
  }
}
