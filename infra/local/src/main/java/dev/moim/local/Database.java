package dev.moim.local;

import dev.moim.template.dynamodb.DynamoDbLocal;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * DynamoDB Local, watched. When its process ends and its tables are on disk, it is started again
 * where it was, so that functions and their clients need not know; when they were in memory, or it
 * ends again and again, it stays down.
 */
final class Database implements AutoCloseable {

  private static final int RESTARTS = 3;

  /** Who lived for so long may be started as often again. */
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  private final Consumer<String> report;

  /** Read without the lock, which a restart holds for seconds. */
  private volatile DynamoDbLocal current;

  private long startedAt;
  private int restarts;
  private boolean closed;

  /**
   * @param report told when the process ended, and what came of it
   */
  Database(DynamoDbLocal first, Consumer<String> report) {
    this.report = report;
    this.current = first;
    watch(first);
  }

  URI endpoint() {
    return current.endpoint();
  }

  boolean isUp() {
    return current.isAlive();
  }

  /** The process id of the server that runs now. */
  long pid() {
    return current.pid();
  }

  @Override
  public synchronized void close() {
    closed = true;
    current.close();
  }

  private synchronized void watch(DynamoDbLocal server) {
    current = server;
    startedAt = System.nanoTime();
    var _ =
        server.onExit().thenAcceptAsync(exit -> ended(server, exit), Thread::startVirtualThread);
  }

  private synchronized void ended(DynamoDbLocal server, int exit) {
    if (closed) {
      return;
    }
    String what = "DynamoDB Local has ended (exit code " + exit + ")";
    if (System.nanoTime() - startedAt > HEALTHY.toNanos()) {
      restarts = 0;
    }
    if (!server.isKept() || ++restarts > RESTARTS) {
      report.accept(what + " and stays down: start `./moim up` again.");
      return;
    }
    try {
      watch(server.again());
      report.accept(what + " and was started again.");
    } catch (IllegalStateException e) {
      report.accept(what + " and does not start again: " + e.getMessage());
    }
  }
}
