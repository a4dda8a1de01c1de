package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.StudyError;
import dev.moim.studies.signal.StudySockets.Route;
import java.util.Optional;

/**
 * {@code video:offer}, {@code video:answer} and {@code video:ice-candidate}: hands one value to one
 * peer in the same call, as it is. One request and no write, for they are the most frequent events.
 */
public final class Relay implements Operation {

  private static final int SOCKET_ID_LENGTH = 64;

  private final StudySockets sockets;
  private final Signal signal;

  public Relay(StudySockets sockets, Signal signal) {
    this.sockets = sockets;
    this.signal = signal;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String to = data.text("to", SOCKET_ID_LENGTH);
    if (!data.values().containsKey(signal.field())) {
      throw FieldException.missing(signal.field());
    }
    Route route = sockets.route(sender, to);
    if (route.target().isEmpty()) {
      route = sockets.routeNow(sender, to);
    }
    StudySocket from = known(route.sender());
    Recipient target =
        route
            .target()
            .orElseThrow(
                () -> new DomainException(StudyError.PARTICIPANT_NOT_FOUND, "상대방을 찾을 수 없습니다."));
    Message relayed =
        Message.of(signal.event())
            .with("from", from.socketId())
            .with(signal.field(), data.raw(signal.field()));
    return Outcome.ok().telling(Notice.to(target, relayed));
  }

  private static StudySocket known(Optional<StudySocket> sender) {
    return sender
        .filter(StudySocket::isKnown)
        .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
  }
}
