package dev.moim.local.function;

import dev.moim.local.time.Timeline;
import dev.moim.template.Function;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/**
 * The instances of one function. Each handles one event at a time; more are made while all are
 * busy. The last one used is used first, as on Lambda.
 */
final class FunctionPool {

  /** More concurrent events wait, where AWS would throttle. */
  private static final int MAX_INSTANCES = 100;

  private final Function function;
  private final Map<String, String> environment;
  private final Timeline timeline;
  private final BiConsumer<String, Throwable> failures;
  private final Deque<Handler> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore places = new Semaphore(MAX_INSTANCES, true);

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

  CompletableFuture<Outcome> invoke(byte[] event) {
    CompletableFuture<Outcome> result = new CompletableFuture<>();
    Thread.ofVirtual().name(function.name()).start(() -> run(event, result));
    return result;
  }

  private void run(byte[] event, CompletableFuture<Outcome> result) {
    places.acquireUninterruptibly();
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
      places.release();
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

  /** Lambda's own name for it is Sandbox.Timedout. */
  private static final class TimeoutError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimeoutError(String message) {
      super(message, null, false, false);
    }
  }
}
