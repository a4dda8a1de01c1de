package dev.moim.bench.relay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.moim.bench.Bench;
import dev.moim.bench.Row;
import dev.moim.bench.relay.MoimServer.User;
import dev.moim.shared.kernel.Timers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Users who come, enter a room, leave and go: what is left of them in the local runtime's heap. */
public final class Cycles implements Bench {

  private static final int SIDE_BY_SIDE = 16;
  private static final int WARM_UP = 2_000;

  private final Path root;
  private final int count;

  /**
   * @param count how many users come and go
   */
  public Cycles(Path root, int count) {
    this.root = root;
    this.count = count;
  }

  @Override
  public String name() {
    return "cycles";
  }

  @Override
  public String about() {
    return "the local runtime's heap after so many have connected, registered, joined and left";
  }

  @Override
  public List<Row> run(Consumer<String> progress) throws Exception {
    try (MoimServer server = MoimServer.start(root)) {
      cycles(server, WARM_UP, progress);
      double before = server.heap() / 1e6;
      cycles(server, count, progress);
      double atOnce = server.heap() / 1e6;
      awaitTimers(progress);
      cycles(server, WARM_UP, progress); // as many as had come before
      double later = server.heap() / 1e6;
      String what = "heap after %,d who came and went".formatted(count);
      return List.of(
          new Row(what + ", at once", atOnce, "MB", "before", before),
          new Row(what + ", when their timers have fired", later, "MB", "before", before));
    }
  }

  /** Each room asks some time after it was made whether anybody has come; until then it is kept. */
  private static void awaitTimers(Consumer<String> progress) throws InterruptedException {
    for (long minutes = Timers.LONGEST.toMinutes() + 1; minutes > 0; minutes--) {
      progress.accept("the last timers fire within %d minutes".formatted(minutes));
      TimeUnit.MINUTES.sleep(1);
    }
  }

  private static void cycles(MoimServer server, int count, Consumer<String> progress)
      throws Exception {
    AtomicInteger begun = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < SIDE_BY_SIDE; i++) {
        all.add(
            threads.submit(() -> {
              int number = begun.incrementAndGet();
              while (number <= count) {
                if (number % 5_000 == 0) {
                  progress.accept("%,d of %,d".formatted(number, count));
                }
                cycle(server, number);
                number = begun.incrementAndGet();
              }
              return count;
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** The room goes with its only member. */
  private static void cycle(MoimServer server, int number) throws Exception {
    User user = server.user("user" + number);
    var none = JsonNodeFactory.instance;
    String room = user.createRoom();
    user.ask("joinRoom", none.objectNode().put("roomId", room));
    user.ask("leaveRoom", none.objectNode().put("roomId", room));
    user.client().close();
  }
}
