package dev.moim.shared.aws.http;

import dev.moim.shared.kernel.Lazy;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Connections that wait for their next request, for a while. Those that ask share it. */
public final class Lines implements AutoCloseable {

  /** As long as AWS's other clients keep them. */
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final Map<Origin, Deque<Line>> idle = new ConcurrentHashMap<>();
  private final Supplier<SSLSocketFactory> tls;
  private final LongSupplier nanos;

  private Lines(Supplier<SSLSocketFactory> tls, LongSupplier nanos) {
    this.tls = tls;
    this.nanos = nanos;
  }

  /** To servers that this JVM trusts; it learns which those are when the first is asked. */
  public static Lines trusted() {
    return new Lines(
        new Lazy<>(() -> (SSLSocketFactory) SSLSocketFactory.getDefault()), System::nanoTime);
  }

  /**
   * To servers that this trusts.
   *
   * @param nanos a clock of nanoseconds, by which connections grow old
   */
  public static Lines trusting(SSLContext tls, LongSupplier nanos) {
    return new Lines(tls::getSocketFactory, nanos);
  }

  /** One that waits, the last to have been used: the others may grow old. */
  Optional<Line> idle(Origin origin) {
    Deque<Line> waiting = idle.getOrDefault(origin, new ConcurrentLinkedDeque<>());
    for (Line line = waiting.pollLast(); line != null; line = waiting.pollLast()) {
      if (nanos.getAsLong() - line.idleSince() < IDLE.toNanos()) {
        return Optional.of(line);
      }
      line.close();
    }
    return Optional.empty();
  }

  Line open(Origin origin, long deadline) throws IOException {
    return origin.tls()
        ? Line.encrypted(origin, tls.get(), deadline)
        : Line.plain(origin, deadline);
  }

  /** After an answer, if the connection may be used again. */
  void give(Line line) {
    line.idleSince(nanos.getAsLong());
    idle.computeIfAbsent(line.origin(), it -> new ConcurrentLinkedDeque<>()).addLast(line);
  }

  @Override
  public void close() {
    idle.values().forEach(waiting -> waiting.forEach(Line::close));
    idle.clear();
  }
}
