package dev.moim.local.function;

import dev.moim.local.time.Timeline;
import dev.moim.template.Function;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * The instances of one function. Each handles one event at a time; more are made while all are
 * busy. The last one used is used first, as on Lambda.
 *
 * <p>Lambda refuses what no instance is free for. Here ten times as many events as there are
 * instances may wait, since this machine is slower than the cloud; what comes on top is refused.
 */
final class FunctionPool {

  static final int MAX_INSTANCES = 100;
  static final int MAX_WAITING = 10 * MAX_INSTANCES;

  private static final Duration QUIET = Duration.ofSeconds(10);

  private static final Outcome.Failure REFUSED =
      new Outcome.Failure("TooManyRequestsException", "Rate Exceeded.");

  private final Function function;
  private final Map<String, String> environment;
  private final Timeline timeline;
  private final BiConsumer<String, Throwable> failures;
  private final Deque<Handler> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore places = new Semaphore(MAX_INSTANCES, true);
  private final Semaphore admitted = new Semaphore(MAX_INSTANCES + MAX_WAITING);
  private final AtomicReference<Instant> refusalsQuietUntil = new AtomicReference<>(Instant.MIN);
  private volatile boolean stopped;

  FunctionPool(
      Function function,
      Map<String, String> environment,
      Timeline timeline,
      BiConsumer<String, Throwable> failures) {
    this.function = function;
    this.environment = environment;
    this.timeline = timeline;
    this.failures = failures;
  }

  /**
   * Starts an invocation, after a delay if need be.
   *
   * @param ended told once nothing of it is left, which is after its outcome is known
   * @return never fails; a failure at once when too many events wait
   */
  CompletableFuture<Outcome> invoke(byte[] event, Duration delay, Runnable ended) {
    if (!admitted.tryAcquire()) {
      refused();
      ended.run();
      return CompletableFuture.completedFuture(REFUSED);
    }
    CompletableFuture<Outcome> result = new CompletableFuture<>();
    if (delay.isZero()) {
      start(event, result, ended);
    } else {
      timeline.after(delay, () -> start(event, result, ended));
    }
    return result;
  }

  /** What has not started yet fails, instead of starting. */
  void stop() {
    stopped = true;
  }

  private void start(byte[] event, CompletableFuture<Outcome> result, Runnable ended) {
    Thread.ofVirtual().name(function.name()).start(() -> run(event, result, ended));
  }

  private void run(byte[] event, CompletableFuture<Outcome> result, Runnable ended) {
    places.acquireUninterruptibly();
    try {
      if (stopped) {
        result.complete(new Outcome.Failure("Stopped", "the runtime stops"));
      } else {
        handle(event, result);
      }
    } finally {
      places.release();
      admitted.release();
      ended.run();
    }
  }

  private void handle(byte[] event, CompletableFuture<Outcome> result) {
    Thread worker = Thread.currentThread();
    Timeline.Task limit = timeline.after(function.timeout(), () -> timeOut(result, worker));
    try {
      Handler handler = idle.pollFirst();
      if (handler == null) {
        handler = HandlerLoader.load(function.handler(), environment);
      }
      byte[] answer = handler.handle(event, LocalContext.of(function, timeline));
      // An instance that ran out of time is lost on Lambda, too.
      if (answer(result, new Outcome.Answer(new String(answer, StandardCharsets.UTF_8)))) {
        idle.addFirst(handler);
      }
    } catch (Throwable e) { // errors of the function must not end the gateway
      fail(result, e);
    } finally {
      limit.cancel();
    }
  }

  /** A flood of events is no reason for a flood of words. */
  private void refused() {
    Instant now = timeline.now();
    Instant quietUntil = refusalsQuietUntil.get();
    if (!now.isBefore(quietUntil)
        && refusalsQuietUntil.compareAndSet(quietUntil, now.plus(QUIET))) {
      failures.accept(function.name(), new ThrottledError());
    }
  }

  private void timeOut(CompletableFuture<Outcome> result, Thread worker) {
    String seconds = "%.2f".formatted(function.timeout().toMillis() / 1000.0);
    fail(result, new TimeoutError("Task timed out after " + seconds + " seconds"));
    worker.interrupt();
  }

  private static boolean answer(CompletableFuture<Outcome> result, Outcome.Answer answer) {
    synchronized (result) {
      return result.complete(answer);
    }
  }

  /** Reported before anybody sees the outcome, and once: whoever comes second finds it decided. */
  private void fail(CompletableFuture<Outcome> result, Throwable cause) {
    var failure = new Outcome.Failure(cause.getClass().getName(), String.valueOf(cause));
    synchronized (result) {
      if (!result.isDone()) {
        failures.accept(function.name(), cause);
        result.complete(failure);
      }
    }
  }

  /** Lambda's own name for it is TooManyRequestsException. */
  private static final class ThrottledError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ThrottledError() {
      super(
          "%d events run and %d wait; more are refused".formatted(MAX_INSTANCES, MAX_WAITING),
          null,
          false,
          false);
    }
  }

  /** Lambda's own name for it is Sandbox.Timedout. */
  private static final class TimeoutError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimeoutError(String message) {
      super(message, null, false, false);
    }
  }
}
