package dev.moim.bench.relay;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What relays messages between sockets, in processes of its own. */
interface Server extends AutoCloseable {

  /** Two users, of whom the first reaches the second. */
  Pair pair(int number) throws Exception;

  /** CPU time of all its processes until now. */
  Duration cpu();

  @Override
  void close() throws IOException;

  /** A process and all that it started. */
  static List<ProcessHandle> family(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }
}
