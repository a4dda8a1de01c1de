package dev.moim.local.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A place in a shard, which outlives iterators and restarts of the database. */
final class Cursor {

  private final DynamoDbStreamsClient client;
  private final Shard shard;
  private String position;
  private @Nullable String iterator;
  private boolean atEnd;

  /**
   * @param position the record behind which to begin; empty for the oldest that is kept
   */
  Cursor(DynamoDbStreamsClient client, Shard shard, String position) {
    this.client = client;
    this.shard = shard;
    this.position = position;
  }

  /** The sequence number of the last record that was read, or where it began. */
  String position() {
    return position;
  }

  /** Whether the shard is closed and all of it was read. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** Nothing more will come. */
  void end() {
    atEnd = true;
  }

  /**
   * The records that follow; none if there are none yet.
   *
   * @throws SdkException if the stream cannot be read now; the next call tries again
   */
  List<Record> read() {
    try {
      String from = iterator == null ? open() : iterator;
      iterator = null;
      GetRecordsResponse page = client.getRecords(it -> it.shardIterator(from));
      iterator = page.nextShardIterator();
      atEnd = iterator == null;
      if (!page.records().isEmpty()) {
        position = page.records().getLast().dynamodb().sequenceNumber();
      }
      return page.records();
    } catch (ExpiredIteratorException stale) {
      return List.of();
    } catch (TrimmedDataAccessException forgotten) {
      position = "";
      return List.of();
    }
  }

  private String open() {
    return client
        .getShardIterator(it -> {
          it.streamArn(shard.stream()).shardId(shard.id());
          if (position.isEmpty()) {
            it.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
          } else {
            it.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(position);
          }
        })
        .shardIterator();
  }
}
