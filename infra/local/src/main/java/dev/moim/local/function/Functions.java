package dev.moim.local.function;

import dev.moim.local.Counts;
import dev.moim.local.Json;
import dev.moim.local.time.Timeline;
import dev.moim.template.Function;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** All functions of the template, in this JVM. */
public final class Functions {

  private static final Outcome STOPPED = new Outcome.Failure("Stopped", "the runtime stops");

  private final Map<String, FunctionPool> pools = new HashMap<>();
  private final Timeline timeline;
  private final Counts counts;
  private volatile boolean stopped;
  private int running;

  /**
   * @param environment turns a function's environment as deployed into the local one
   * @param failures told about each failed invocation: the function's name and what it threw
   */
  public Functions(
      Iterable<Function> functions,
      UnaryOperator<Map<String, String>> environment,
      Timeline timeline,
      Counts counts,
      BiConsumer<String, Throwable> failures) {
    this.timeline = timeline;
    this.counts = counts;
    for (Function function : functions) {
      Map<String, String> variables = environment.apply(function.environment());
      pools.put(function.name(), new FunctionPool(function, variables, timeline, failures));
    }
  }

  /**
   * Starts an invocation; the future never fails.
   *
   * @param event anything that is written as JSON
   */
  public CompletableFuture<Outcome> invoke(String function, Object event) {
    return invoke(function, event, Duration.ZERO);
  }

  /**
   * Starts an invocation later; it counts as running from now on.
   *
   * @param event anything that is written as JSON, as it is now
   */
  public CompletableFuture<Outcome> invoke(String function, Object event, Duration delay) {
    FunctionPool pool = pools.get(function);
    if (pool == null) {
      throw new IllegalArgumentException("no function is called " + function);
    }
    if (stopped) {
      return CompletableFuture.completedFuture(STOPPED);
    }
    counts.invoked(function);
    started();
    byte[] json = event instanceof byte[] bytes ? bytes : Json.bytes(event);
    CompletableFuture<Outcome> outcome =
        delay.isZero() ? pool.invoke(json) : invokeLater(pool, json, delay);
    return outcome.whenComplete((value, never) -> ended());
  }

  /** From now on nothing starts, and what waits does not either: what functions need is going. */
  public void stop() {
    stopped = true;
  }

  /** Starts an invocation whose answer nobody waits for. */
  public void send(String function, Object event) {
    var _ = invoke(function, event);
  }

  public Counts counts() {
    return counts;
  }

  /** Waits until no invocation is running. */
  public synchronized void awaitIdle() throws InterruptedException {
    while (running > 0) {
      wait();
    }
  }

  private CompletableFuture<Outcome> invokeLater(FunctionPool pool, byte[] event, Duration delay) {
    CompletableFuture<Outcome> result = new CompletableFuture<>();
    timeline.after(
        delay,
        () -> {
          if (stopped) {
            result.complete(STOPPED);
          } else {
            var _ = pool.invoke(event).thenAccept(result::complete);
          }
        });
    return result;
  }

  private synchronized void started() {
    running++;
  }

  private synchronized void ended() {
    counts.ended();
    running--;
    notifyAll();
  }
}
