package dev.moim.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What AWS would bill: function invocations, and socket messages in units of 32 KB. Connecting and
 * disconnecting are not messages.
 */
public final class Counts {

  private static final int METERED_BYTES = 32 * 1024;

  private final LongAdder running = new LongAdder();
  private final ConcurrentMap<String, LongAdder> invocations = new ConcurrentHashMap<>();
  private final LongAdder messagesIn = new LongAdder();
  private final LongAdder messagesOut = new LongAdder();
  private final LongAdder posts = new LongAdder();

  /**
   * A point in time.
   *
   * @param running invocations that have not ended
   * @param invocations by function name, those that run included
   * @param messagesIn metered messages from clients
   * @param messagesOut metered messages to clients, replies and posts alike
   * @param posts requests to {@code @connections} that reached a client
   */
  public record Snapshot(
      long running, Map<String, Long> invocations, long messagesIn, long messagesOut, long posts) {

    public long messages() {
      return messagesIn + messagesOut;
    }

    public long invocations(String function) {
      return invocations.getOrDefault(function, 0L);
    }

    public ObjectNode json() {
      ObjectNode json = Json.object();
      ObjectNode byFunction = json.putObject("invocations");
      invocations.forEach(byFunction::put);
      return json.put("running", running)
          .put("messagesIn", messagesIn)
          .put("messagesOut", messagesOut)
          .put("messages", messages())
          .put("posts", posts);
    }
  }

  public void invoked(String function) {
    running.increment();
    invocations.computeIfAbsent(function, name -> new LongAdder()).increment();
  }

  public void ended() {
    running.decrement();
  }

  public void received(int bytes) {
    messagesIn.add(metered(bytes));
  }

  public void sent(int bytes) {
    messagesOut.add(metered(bytes));
  }

  public void posted() {
    posts.increment();
  }

  public Snapshot snapshot() {
    Map<String, Long> byFunction = new TreeMap<>();
    invocations.forEach((name, count) -> byFunction.put(name, count.sum()));
    return new Snapshot(
        running.sum(), byFunction, messagesIn.sum(), messagesOut.sum(), posts.sum());
  }

  /** What is running goes on. */
  public void reset() {
    invocations.clear();
    messagesIn.reset();
    messagesOut.reset();
    posts.reset();
  }

  /** An empty message is one message. */
  static long metered(int bytes) {
    return Math.max(1, Math.ceilDiv(bytes, METERED_BYTES));
  }
}
