package dev.moim.webhooks;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.moim.testkit.DynamoDbExtension;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads the real stream of a table, and hands out what the template's filters let through. */
final class StreamReader implements AutoCloseable {

  private final DynamoDbStreamsClient client;
  private final String stream;
  private final String shard;
  private String iterator;
  private BigInteger last = BigInteger.ZERO;

  StreamReader(DynamoDbExtension dynamo, String table) {
    var own = dynamo.client().serviceClientConfiguration();
    client =
        DynamoDbStreamsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(own.endpointOverride().orElseThrow())
            .region(own.region())
            .credentialsProvider(own.credentialsProvider())
            .build();
    stream =
        dynamo
            .client()
            .describeTable(r -> r.tableName(dynamo.table(table)))
            .table()
            .latestStreamArn();
    shard =
        client
            .describeStream(r -> r.streamArn(stream))
            .streamDescription()
            .shards()
            .getLast()
            .shardId();
    iterator = oldest();
    read();
  }

  private String oldest() {
    return client
        .getShardIterator(r ->
            r.streamArn(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }

  /** What has changed since it was asked last, of what is told to anybody. */
  List<DynamodbStreamRecord> read() {
    List<DynamodbStreamRecord> found = new ArrayList<>();
    List<Record> page;
    do {
      page = page();
      for (Record record : page) {
        BigInteger number = new BigInteger(record.dynamodb().sequenceNumber());
        if (number.compareTo(last) > 0) {
          last = number;
          found.add(convert(record));
        }
      }
    } while (!page.isEmpty());
    return found.stream().filter(StreamReader::passes).toList();
  }

  private List<Record> page() {
    try {
      var answer = client.getRecords(r -> r.shardIterator(iterator));
      iterator = answer.nextShardIterator();
      return answer.records();
    } catch (TrimmedDataAccessException forgotten) {
      iterator = oldest(); // what was read before is passed over
      return page();
    }
  }

  private static boolean passes(DynamodbStreamRecord record) {
    return isTold(record.getDynamodb().getNewImage()) || isTold(record.getDynamodb().getOldImage());
  }

  private static boolean isTold(Map<String, AttributeValue> image) {
    return image.containsKey("told") && image.get("told").getBOOL();
  }

  /** As AWS writes it: times in whole seconds. */
  private static DynamodbStreamRecord convert(Record record) {
    var change = record.dynamodb();
    StreamRecord converted =
        new StreamRecord()
            .withApproximateCreationDateTime(
                Date.from(change.approximateCreationDateTime().truncatedTo(ChronoUnit.SECONDS)))
            .withSequenceNumber(change.sequenceNumber())
            .withOldImage(image(change.oldImage()))
            .withNewImage(image(change.newImage()));
    DynamodbStreamRecord all = new DynamodbStreamRecord();
    all.setEventName(record.eventNameAsString());
    all.setDynamodb(converted);
    return all;
  }

  private static Map<String, AttributeValue> image(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
    Map<String, AttributeValue> image = new HashMap<>();
    item.forEach((name, value) -> image.put(name, convert(value)));
    return image;
  }

  private static AttributeValue convert(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    AttributeValue converted = new AttributeValue();
    switch (value.type()) {
      case S -> converted.setS(value.s());
      case N -> converted.setN(value.n());
      case BOOL -> converted.setBOOL(value.bool());
      case SS -> converted.setSS(value.ss());
      case M -> converted.setM(image(value.m()));
      case L -> converted.setL(value.l().stream().map(StreamReader::convert).toList());
      default -> throw new IllegalStateException("no item of ours has " + value);
    }
    return converted;
  }

  @Override
  public void close() {
    client.close();
  }
}
