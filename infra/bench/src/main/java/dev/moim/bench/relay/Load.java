package dev.moim.bench.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Relays between pairs for a while: as many as go through, or so many a second. */
final class Load {

  private final AtomicLong ids = new AtomicLong();
  private final List<Pair> pairs;

  Load(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /**
   * @param perSecond how many went through
   * @param cpuMillis what each took of the server's CPU
   */
  record Rate(double perSecond, double cpuMillis) {}

  /** Each pair sends its next message when the one before has been heard. */
  Rate asManyAsGo(Server server, Duration time) throws Exception {
    long before = server.cpu().toNanos();
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    AtomicLong heard = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Pair pair : pairs) {
        all.add(
            threads.submit(() -> {
              while (System.nanoTime() < end) {
                pair.relay(text());
                heard.incrementAndGet();
              }
              return heard;
            }));
      }
      ended(all);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpu = (server.cpu().toNanos() - before) / 1e6;
    return new Rate(heard.get() / seconds, cpu / heard.get());
  }

  /**
   * So many a second, whether or not those before have been heard.
   *
   * @return milliseconds from sending to hearing of the slowest but one in a hundred; infinite if
   *     more were lost
   */
  double slowestOfHundred(int perSecond, Duration time) throws Exception {
    int count = Math.toIntExact(perSecond * time.toSeconds());
    List<Future<Double>> all = new ArrayList<>();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        long due = begun + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
        LockSupport.parkNanos(due - System.nanoTime());
        Pair pair = pairs.get(i % pairs.size());
        // From when it was due: a sender that is held up must not hide what holds it up.
        all.add(
            threads.submit(() -> {
              try {
                pair.relay(text());
              } catch (TimeoutException lost) {
                return Double.POSITIVE_INFINITY;
              }
              return (System.nanoTime() - due) / 1e6;
            }));
      }
      List<Double> millis = new ArrayList<>();
      for (Future<Double> one : all) {
        millis.add(one.get());
      }
      return millis.stream().sorted().skip(count * 99L / 100).findFirst().orElseThrow();
    }
  }

  /** Told apart by its end as well: none is the beginning of another. */
  private String text() {
    return "-" + ids.incrementAndGet() + "-";
  }

  private static void ended(List<Future<?>> all) throws Exception {
    for (Future<?> one : all) {
      one.get();
    }
  }
}
