package dev.moim.studies.signal;

import dev.moim.shared.sockets.Sender;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Tells what a socket has said last, in the memory of one function instance. After a while the same
 * is said again: somebody may have come meanwhile.
 */
final class Repetitions {

  private static final Duration WHILE = Duration.ofSeconds(1);
  private static final int MAX_SOCKETS = 10_000;

  private record Said(boolean what, long receivedAt) {}

  private final SequencedMap<String, Said> last = new LinkedHashMap<>(16, 0.75f, true);

  synchronized boolean isOne(Sender sender, boolean what) {
    Said said = last.get(sender.connectionId());
    long age = said == null ? 0 : sender.receivedAt().toEpochMilli() - said.receivedAt();
    return said != null && said.what() == what && Math.abs(age) < WHILE.toMillis();
  }

  synchronized void note(Sender sender, boolean what) {
    last.put(sender.connectionId(), new Said(what, sender.receivedAt().toEpochMilli()));
    if (last.size() > MAX_SOCKETS) {
      last.pollFirstEntry();
    }
  }
}
