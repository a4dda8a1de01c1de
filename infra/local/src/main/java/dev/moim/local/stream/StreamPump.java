package dev.moim.local.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The event source mapping of a stream: finds its shards and reads each, but none before the one it
 * came from is done. When the table is made anew it goes on with the new table's stream.
 */
final class StreamPump implements AutoCloseable {

  /** A shard that ends is followed up at once; a new table is found within this. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Subscriber subscriber;
  private final Services services;
  private final Map<Shard, ShardReader> readers = new ConcurrentHashMap<>();
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile boolean reachable;
  private volatile boolean closed;

  /**
   * Returns when the place in each shard is known from which it is read: whatever is written
   * afterwards is delivered.
   */
  StreamPump(Subscriber subscriber, Services services) {
    this.subscriber = subscriber;
    this.services = services;
    subscriber.source().filters().forEach(FilterPattern::parse);
    look(!subscriber.source().fromTheStart());
    thread =
        Thread.ofVirtual().name("pump " + subscriber.source().table()).start(this::keepLooking);
  }

  boolean isUp() {
    return closed
        || (reachable && thread.isAlive() && readers.values().stream().allMatch(ShardReader::isUp));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    readers.values().forEach(ShardReader::close);
  }

  private void keepLooking() {
    try {
      while (!closed) {
        boolean _ = news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        look(false);
      }
    } catch (InterruptedException end) {
      closed = true;
    }
  }

  /**
   * @param fromNow whether what a stream holds that was never read before is nobody's business
   */
  private void look(boolean fromNow) {
    try {
      String stream =
          services
              .tables()
              .describeTable(it -> it.tableName(subscriber.source().table()))
              .table()
              .latestStreamArn();
      Map<Shard, Optional<Shard>> parents = shards(stream);
      if (fromNow && !services.checkpoints().knowsAny(subscriber.readerOf(stream))) {
        parents.keySet().forEach(this::passOver);
      }
      parents.forEach((shard, parent) -> {
        if (parent.isEmpty() || isDone(parent.get(), parents.keySet())) {
          readers.computeIfAbsent(shard, this::reader);
        }
      });
      reachable = true;
    } catch (ResourceNotFoundException replaced) {
      reachable = true; // between a table and the next of its name there is nothing to read
    } catch (SdkException unreachable) {
      reachable = false;
    }
  }

  private boolean isDone(Shard parent, Set<Shard> there) {
    ShardReader reader = readers.get(parent);
    return reader == null ? !there.contains(parent) : reader.isFinished();
  }

  /** All shards of a stream with those they came from. */
  private Map<Shard, Optional<Shard>> shards(String stream) {
    List<software.amazon.awssdk.services.dynamodb.model.Shard> found = new ArrayList<>();
    String last = null;
    do {
      String after = last;
      DescribeStreamResponse page =
          services
              .streams()
              .describeStream(it -> it.streamArn(stream).exclusiveStartShardId(after));
      found.addAll(page.streamDescription().shards());
      last = page.streamDescription().lastEvaluatedShardId();
    } while (last != null);
    return found.stream()
        .collect(
            Collectors.toMap(
                shard -> new Shard(stream, shard.shardId()),
                shard ->
                    Optional.ofNullable(shard.parentShardId())
                        .map(parent -> new Shard(stream, parent))));
  }

  private ShardReader reader(Shard shard) {
    String position = services.checkpoints().of(subscriber.readerOf(shard)).orElse("");
    Cursor cursor = new Cursor(services.streams(), shard, position);
    return new ShardReader(subscriber, shard, cursor, services, news::release);
  }

  private void passOver(Shard shard) {
    Cursor cursor = new Cursor(services.streams(), shard, "");
    List<Record> passedOver;
    do {
      passedOver = cursor.read();
    } while (!passedOver.isEmpty() && !cursor.isAtEnd());
    services.checkpoints().set(subscriber.readerOf(shard), cursor.position());
  }
}
