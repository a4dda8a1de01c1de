package dev.moim.local.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream "arn" of a table, with shards as a test wants them. One page names one shard. */
final class ScriptedStream implements DynamoDbStreamsClient {

  private final Map<String, Shard> shards = new LinkedHashMap<>();
  private int generation;
  private boolean failing;

  /** A shard, which exists from now on. */
  static final class Shard {
    private final @Nullable String parent;
    private final List<String> numbers = new ArrayList<>();
    private boolean closed;
    private boolean asked;
    private boolean readToItsEnd;

    private Shard(@Nullable String parent) {
      this.parent = parent;
    }

    synchronized Shard add(String number) {
      numbers.add(number);
      return this;
    }

    synchronized void close() {
      closed = true;
    }

    private synchronized GetRecordsResponse from(int index, String prefix) {
      List<Record> records =
          numbers.subList(index, numbers.size()).stream().map(ScriptedStream::item).toList();
      readToItsEnd = closed;
      return GetRecordsResponse.builder()
          .records(records)
          .nextShardIterator(closed ? null : prefix + numbers.size())
          .build();
    }
  }

  synchronized Shard shard(String id, @Nullable String parent) {
    return shards.computeIfAbsent(id, it -> new Shard(parent));
  }

  synchronized boolean isAskedFor(String id) {
    return shard(id, null).asked;
  }

  synchronized boolean isReadToItsEnd(String id) {
    return shard(id, null).readToItsEnd;
  }

  synchronized void expireIterators() {
    generation++;
  }

  synchronized void fail(boolean now) {
    failing = now;
  }

  DynamoDbClient tables() {
    return new DynamoDbClient() {
      @Override
      public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return DescribeTableResponse.builder().table(it -> it.latestStreamArn("arn")).build();
      }

      @Override
      public String serviceName() {
        return "dynamodb";
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public synchronized DescribeStreamResponse describeStream(DescribeStreamRequest request) {
    List<String> ids = new ArrayList<>(shards.keySet()); // one that can be asked for null
    int index = ids.indexOf(request.exclusiveStartShardId()) + 1;
    String id = ids.get(index);
    var shard =
        software.amazon.awssdk.services.dynamodb.model.Shard.builder()
            .shardId(id)
            .parentShardId(shards.get(id).parent)
            .build();
    return DescribeStreamResponse.builder()
        .streamDescription(
            it -> it.shards(shard).lastEvaluatedShardId(index + 1 < ids.size() ? id : null))
        .build();
  }

  @Override
  public synchronized GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
    Shard shard = shards.get(request.shardId());
    shard.asked = true;
    int index =
        request.sequenceNumber() == null ? 0 : shard.numbers.indexOf(request.sequenceNumber()) + 1;
    return GetShardIteratorResponse.builder()
        .shardIterator(request.shardId() + "/" + generation + "/" + index)
        .build();
  }

  @Override
  public synchronized GetRecordsResponse getRecords(GetRecordsRequest request) {
    if (failing) {
      throw SdkClientException.create("failing on purpose");
    }
    String[] parts = request.shardIterator().split("/");
    if (Integer.parseInt(parts[1]) < generation) {
      throw ExpiredIteratorException.builder().message("too old").build();
    }
    return shards.get(parts[0]).from(Integer.parseInt(parts[2]), parts[0] + "/" + generation + "/");
  }

  private static Record item(String number) {
    return Record.builder()
        .eventID(number)
        .eventName("INSERT")
        .dynamodb(it ->
            it.sequenceNumber(number)
                .sizeBytes(5L)
                .streamViewType("NEW_IMAGE")
                .approximateCreationDateTime(Instant.now())
                .keys(Map.of("id", AttributeValue.fromS(number))))
        .build();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
