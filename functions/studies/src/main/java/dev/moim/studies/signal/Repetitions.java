package dev.moim.studies.signal;

import dev.moim.shared.kernel.Recent;
import dev.moim.shared.sockets.Sender;
import java.time.Duration;

/**
 * Tells what a socket has said last, in the memory of one function instance. After a while the same
 * is said again: somebody may have come meanwhile.
 */
final class Repetitions {

  private static final Duration WHILE = Duration.ofSeconds(1);
  private static final int MAX_SOCKETS = 10_000;

  private record Said(boolean what, long receivedAt) {}

  /** Frames of one socket may be handled some seconds apart. */
  private final Recent<String, Said> last = new Recent<>(MAX_SOCKETS, Duration.ofMinutes(1));

  boolean isOne(Sender sender, boolean what) {
    return last.find(sender.connectionId())
        .filter(said -> said.what() == what)
        .map(said -> sender.receivedAt().toEpochMilli() - said.receivedAt())
        .filter(age -> Math.abs(age) < WHILE.toMillis())
        .isPresent();
  }

  void note(Sender sender, boolean what) {
    last.put(sender.connectionId(), new Said(what, sender.receivedAt().toEpochMilli()));
  }
}
