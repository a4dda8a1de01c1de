package dev.moim.local.stream;

import dev.moim.local.time.Timeline;
import dev.moim.template.EventSource.StreamSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Records of a shard that go to the function in their order, in batches, one batch at a time. */
final class Lane implements AutoCloseable {

  /** What a function may be given at once, less what is around the records. */
  private static final int MAX_BYTES = 6_000_000;

  /** Who reads faster than the function works waits here. */
  private static final int MAX_WAITING = 10_000;

  private final StreamSource.Batches limits;
  private final Timeline timeline;
  private final Delivery delivery;
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private final Thread thread;
  private boolean windowOver;
  private volatile boolean closed;

  Lane(Subscriber subscriber, Timeline timeline, Delivery delivery) {
    this.limits = subscriber.source().batches();
    this.timeline = timeline;
    this.delivery = delivery;
    this.thread = Thread.ofVirtual().name("stream to " + subscriber.function()).start(this::run);
  }

  /** What is offered together may go to the function together. */
  synchronized void offer(List<Entry> entries) throws InterruptedException {
    while (waiting.size() >= MAX_WAITING) {
      wait();
    }
    waiting.addAll(entries);
    notifyAll();
  }

  boolean isUp() {
    return closed || thread.isAlive();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    try {
      while (!closed) {
        delivery.deliver(next());
      }
    } catch (InterruptedException end) {
      closed = true;
    } catch (RuntimeException defect) {
      // Whatever the services answer while they end is no defect.
      if (!closed) {
        throw defect;
      }
    }
  }

  private synchronized List<Entry> next() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    gather(limits.window());
    List<Entry> batch = new ArrayList<>();
    int bytes = 0;
    while (!waiting.isEmpty()
        && batch.size() < limits.size()
        && (batch.isEmpty() || bytes + waiting.getFirst().bytes() <= MAX_BYTES)) {
      bytes += waiting.getFirst().bytes();
      batch.add(waiting.removeFirst());
    }
    notifyAll();
    return batch;
  }

  /** Waits for more records until the window is over or a batch is full. */
  private synchronized void gather(Duration window) throws InterruptedException {
    if (window.isZero()) {
      return;
    }
    windowOver = false;
    Timeline.Task end = timeline.after(window, this::endWindow);
    try {
      while (!windowOver && !isFull()) {
        wait();
      }
    } finally {
      end.cancel();
    }
  }

  private synchronized void endWindow() {
    windowOver = true;
    notifyAll();
  }

  private boolean isFull() {
    return waiting.size() >= limits.size()
        || waiting.stream().mapToLong(Entry::bytes).sum() >= MAX_BYTES;
  }
}
