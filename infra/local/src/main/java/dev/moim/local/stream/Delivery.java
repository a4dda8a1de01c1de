package dev.moim.local.stream;

import dev.moim.local.Json;
import dev.moim.local.function.Outcome;
import dev.moim.local.queue.QueueServer;
import dev.moim.local.time.Timeline;
import dev.moim.template.EventSource.StreamSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * Gives batches to a function, one after the other, until it has handled them or they are given up.
 */
final class Delivery {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int MAX_DOUBLINGS = 6;
  private static final int REPEATABLE = 2;

  private final Subscriber subscriber;
  private final StreamSource.Retries retries;
  private final Shard shard;
  private final Services services;
  private final Progress progress;
  private final Deque<List<Entry>> recent = new ArrayDeque<>();

  Delivery(Subscriber subscriber, Shard shard, Services services, Progress progress) {
    this.subscriber = subscriber;
    this.retries = subscriber.source().retries();
    this.shard = shard;
    this.services = services;
    this.progress = progress;
  }

  /**
   * Returns when nothing of the batch is left to do.
   *
   * @throws InterruptedException if the runtime ends; what was not handled comes again
   */
  void deliver(List<Entry> entries) throws InterruptedException {
    pause(services.deliveries().delay());
    settle(entries);
    recent.addLast(entries);
    if (recent.size() > REPEATABLE) {
      recent.removeFirst();
    }
    int repeats = Math.min(services.deliveries().repeats(), recent.size());
    for (List<Entry> again : List.copyOf(recent).subList(recent.size() - repeats, recent.size())) {
      settle(again);
    }
  }

  private void settle(List<Entry> entries) throws InterruptedException {
    Deque<Batch> waiting = new ArrayDeque<>(List.of(Batch.of(entries)));
    while (!waiting.isEmpty()) {
      Batch batch = waiting.pop();
      int old = countTooOld(batch);
      if (old > 0) {
        giveUp(batch.upTo(old), FailureNote.TOO_OLD, false);
        if (old < batch.size()) {
          waiting.push(batch.from(old));
        }
      } else {
        attempt(batch).reversed().forEach(waiting::push);
      }
    }
  }

  /** What is still to do of the batch, in this order. */
  private List<Batch> attempt(Batch batch) throws InterruptedException {
    Verdict verdict = Verdict.of(invoke(batch), batch, retries.reportsFailedItems());
    Batch tried = batch.invoked();
    return switch (verdict) {
      case Verdict.Stopped _ -> throw new InterruptedException("the runtime ends");
      case Verdict.Refused _ -> {
        pause(FIRST_PAUSE);
        yield List.of(batch);
      }
      case Verdict.Threw _ -> {
        int half = batch.size() / 2;
        yield retries.bisects() && half > 0
            ? List.of(tried.upTo(half), tried.from(half))
            : retry(tried.failed(), true);
      }
      case Verdict.Handled(int count) -> handled(tried, count);
    };
  }

  /** Splitting a batch does not count against its retries. */
  private List<Batch> handled(Batch batch, int count) throws InterruptedException {
    progress.done(batch.upTo(count).numbers());
    if (count == batch.size()) {
      return List.of();
    }
    Batch rest = batch.from(count);
    return count > 0 && retries.bisects() ? List.of(rest) : retry(rest.failed(), false);
  }

  private List<Batch> retry(Batch batch, boolean threw) throws InterruptedException {
    if (retries.attempts().filter(limit -> batch.failures() > limit).isPresent()) {
      giveUp(batch, FailureNote.EXHAUSTED, threw);
      return List.of();
    }
    pause(FIRST_PAUSE.multipliedBy(1L << Math.min(batch.failures() - 1, MAX_DOUBLINGS)));
    return List.of(batch);
  }

  private Outcome invoke(Batch batch) throws InterruptedException {
    try {
      return services
          .functions()
          .invoke(subscriber.function(), StreamEvents.of(batch.entries()))
          .get();
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  private int countTooOld(Batch batch) {
    if (retries.maximumAge().isEmpty()) {
      return 0;
    }
    Instant oldest = services.timeline().now().minus(retries.maximumAge().get());
    return (int)
        batch.entries().stream().takeWhile(entry -> entry.since().isBefore(oldest)).count();
  }

  private void giveUp(Batch batch, String condition, boolean threw) {
    Instant now = services.timeline().now();
    String note =
        Json.text(FailureNote.of(subscriber.function(), shard, batch, condition, threw, now));
    subscriber.source().failures().ifPresent(queue -> tell(queue, note));
    progress.done(batch.numbers());
  }

  private void tell(String queue, String note) {
    QueueServer server = services.queues().orElseThrow();
    server.client().sendMessage(it -> it.queueUrl(server.url(queue)).messageBody(note));
  }

  private void pause(Duration duration) throws InterruptedException {
    if (duration.isZero()) {
      return;
    }
    CountDownLatch over = new CountDownLatch(1);
    Timeline.Task task = services.timeline().after(duration, over::countDown);
    try {
      over.await();
    } finally {
      task.cancel();
    }
  }
}
