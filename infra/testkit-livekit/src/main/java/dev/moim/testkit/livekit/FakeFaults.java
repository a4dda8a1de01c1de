package dev.moim.testkit.livekit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plans for requests to a {@link FakeLiveKit}, and a list of those that came. */
public final class FakeFaults {

  /** The next request of a method goes wrong in one of these ways. */
  sealed interface Fault {
    String method();

    record Status(String method, int status) implements Fault {}

    record Delay(String method, Duration duration) implements Fault {}

    record Drop(String method, boolean afterwards) implements Fault {}
  }

  private final Queue<Fault> planned = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Answers with this status and a Twirp error; nothing is done. */
  public void status(String method, int status) {
    planned.add(new Fault.Status(method, status));
  }

  /** Does it, and answers late. */
  public void delay(String method, Duration duration) {
    planned.add(new Fault.Delay(method, duration));
  }

  /** Closes the connection without an answer; nothing is done. */
  public void drop(String method) {
    planned.add(new Fault.Drop(method, false));
  }

  /** Does it, and closes the connection without an answer. */
  public void loseAnswer(String method) {
    planned.add(new Fault.Drop(method, true));
  }

  /** Methods of the requests so far, {@code CreateRoom} for example. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public void reset() {
    planned.clear();
    requests.clear();
  }

  Optional<Fault> next(String method) {
    requests.add(method);
    return planned.stream()
        .filter(fault -> fault.method().equals(method))
        .findFirst()
        .filter(planned::remove);
  }
}
