package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** What becomes of a message that no socket took. */
@FunctionalInterface
public interface Unreachable {

  /** Why it was not taken. */
  enum Reason {
    /** The socket was known to be lost. */
    LOST,
    /** The post found it closed, and nobody had said so. */
    CLOSED,
    /** Two posts got no answer in time; the message may have arrived. */
    SLOW
  }

  void missed(Recipient to, Letter letter, Reason reason);

  /** The timer of a socket that a post found closed: {@code $disconnect} may never come. */
  String CLOSED_TIMER = "closed";

  /**
   * What such a timer does: nothing, if the socket is open all the same.
   *
   * @param lose told the connection's id
   */
  static Consumer<Timer> ifClosed(Sockets sockets, Consumer<String> lose) {
    return timer -> {
      String connectionId = timer.get("connectionId");
      if (!sockets.isOpen(connectionId)) {
        lose.accept(connectionId);
      }
    };
  }

  /** Lets messages go: for families whose clients ask for the state when they come back. */
  static Unreachable lettingGo(Timers timers) {
    return (to, letter, reason) -> {
      if (reason == Reason.CLOSED) {
        timers.set(
            new Timer(CLOSED_TIMER, Map.of("connectionId", to.connectionId())), Duration.ZERO);
      }
    };
  }
}
