package dev.moim.local.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Reads one shard to its end, and hands what passes the filters to as many lanes as may run. */
final class ShardReader implements AutoCloseable {

  /** Lambda asks each shard four times a second. */
  private static final Duration POLL = Duration.ofMillis(250);

  /** DynamoDB Local says in which minute something was written. */
  private static final Duration ROUNDING = Duration.ofMinutes(1);

  private final Shard shard;
  private final Cursor cursor;
  private final List<FilterPattern> filters;
  private final Services services;
  private final Progress progress;
  private final List<Lane> lanes;
  private final Thread thread;
  private volatile boolean failing;
  private volatile boolean closed;
  private volatile boolean finished;

  /**
   * @param finished called once all of the shard was dealt with
   */
  ShardReader(
      Subscriber subscriber, Shard shard, Cursor cursor, Services services, Runnable finished) {
    this.shard = shard;
    this.cursor = cursor;
    this.services = services;
    this.filters = subscriber.source().filters().stream().map(FilterPattern::parse).toList();
    this.progress =
        new Progress(number -> services.checkpoints().set(subscriber.readerOf(shard), number));
    this.lanes =
        Stream.generate(() -> new Delivery(subscriber, shard, services, progress))
            .limit(subscriber.source().batches().parallel())
            .map(delivery -> new Lane(subscriber, services.timeline(), delivery))
            .toList();
    this.thread = Thread.ofVirtual().name("shard " + shard.id()).start(() -> run(finished));
  }

  /** False if the shard cannot be read now, or nobody reads or delivers it any more. */
  boolean isUp() {
    return closed
        || finished
        || (!failing && thread.isAlive() && lanes.stream().allMatch(Lane::isUp));
  }

  boolean isFinished() {
    return finished;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    lanes.forEach(Lane::close);
  }

  private void run(Runnable whenFinished) {
    try {
      while (!closed && !cursor.isAtEnd()) {
        List<Record> records = read();
        take(records);
        if (records.isEmpty() && !cursor.isAtEnd()) {
          Thread.sleep(POLL);
        }
      }
      if (!closed) {
        finish(whenFinished);
      }
    } catch (InterruptedException end) {
      closed = true;
    }
  }

  private void finish(Runnable whenFinished) throws InterruptedException {
    progress.awaitNothingOpen();
    finished = true;
    lanes.forEach(Lane::close);
    whenFinished.run();
  }

  private List<Record> read() {
    try {
      List<Record> records = cursor.read();
      failing = false;
      return records;
    } catch (ResourceNotFoundException gone) {
      // The table was deleted, and its stream with it.
      cursor.end();
    } catch (SdkException unreachable) {
      failing = true;
    }
    return List.of();
  }

  private void take(List<Record> records) throws InterruptedException {
    List<List<Entry>> byLane =
        IntStream.range(0, lanes.size()).<List<Entry>>mapToObj(lane -> new ArrayList<>()).toList();
    List<String> passedOver = new ArrayList<>();
    for (Record record : records) {
      Entry entry = entry(record);
      progress.read(entry.number());
      if (filters.isEmpty() || filters.stream().anyMatch(it -> it.matches(entry.json()))) {
        byLane.get(Math.floorMod(entry.item().hashCode(), lanes.size())).add(entry);
      } else {
        passedOver.add(entry.number());
      }
    }
    progress.done(passedOver);
    for (int lane = 0; lane < lanes.size(); lane++) {
      if (!byLane.get(lane).isEmpty()) {
        lanes.get(lane).offer(byLane.get(lane));
      }
    }
  }

  private Entry entry(Record record) {
    Instant asked = Instant.now().minus(POLL);
    ObjectNode json = StreamEvents.json(record, shard.stream(), asked);
    Instant written = record.dynamodb().approximateCreationDateTime();
    Duration age = Duration.between(written, Instant.now()).minus(ROUNDING);
    return new Entry(
        record.dynamodb().sequenceNumber(),
        written,
        json.at("/dynamodb/Keys").toString(),
        services.timeline().now().minus(age.isNegative() ? Duration.ZERO : age),
        json,
        Json.bytes(json).length);
  }
}
