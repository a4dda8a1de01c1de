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

  private final Map<String, FunctionPool> pools = new HashMap<>();
  private final Counts counts;
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
    counts.invoked(function);
    started();
    byte[] json = event instanceof byte[] bytes ? bytes : Json.bytes(event);
    return pool.invoke(json, delay, this::ended);
  }

  /** From now on nothing starts, and what waits does not either: what functions need is going. */
  public void stop() {
    pools.values().forEach(FunctionPool::stop);
  }

  /** Starts an invocation whose answer nobody waits for. */
  public void send(String function, Object event) {
    var _ = invoke(function, event);
  }

  public Counts counts() {
    return counts;
  }

  /** Waits until no invocation is running, and whoever waits for an outcome has been told. */
  public synchronized void awaitIdle() throws InterruptedException {
    while (running > 0) {
      wait();
    }
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
