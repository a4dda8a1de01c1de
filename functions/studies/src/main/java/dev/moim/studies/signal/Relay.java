package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.negotiation.Candidates;
import dev.moim.shared.sockets.negotiation.Description;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.shared.sockets.negotiation.RelayInOrder.Relayed;
import dev.moim.studies.StudyError;
import dev.moim.studies.signal.StudySockets.Route;
import java.util.Optional;

/**
 * {@code video:offer}, {@code video:answer} and {@code video:ice-candidate}: hands one value to one
 * peer in the same call, as it is, candidates after their description. A candidate that comes in
 * order costs one request and no write.
 */
public final class Relay implements Operation {

  private static final int SOCKET_ID_LENGTH = 64;

  private final StudySockets sockets;
  private final RelayInOrder inOrder;
  private final Signal signal;

  public Relay(StudySockets sockets, RelayInOrder inOrder, Signal signal) {
    this.sockets = sockets;
    this.inOrder = inOrder;
    this.signal = signal;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    Relayed relayed = relayed(sender, data);
    Object value = data.raw(signal.field());
    return switch (signal) {
      case OFFER, ANSWER -> inOrder.description(Outcome.ok(), relayed, Description.of(value));
      case ICE_CANDIDATE ->
          inOrder.candidates(Outcome.ok(), relayed, Candidates.of(value), sender.receivedAt());
    };
  }

  private Relayed relayed(Sender sender, Fields data) {
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
    Message message =
        Message.of(signal.event())
            .with("from", from.socketId())
            .with(signal.field(), data.raw(signal.field()));
    return new Relayed(StudySockets.pair(sender, to), target, route.seen(), message);
  }

  private static StudySocket known(Optional<StudySocket> sender) {
    return sender
        .filter(StudySocket::isKnown)
        .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
  }
}
