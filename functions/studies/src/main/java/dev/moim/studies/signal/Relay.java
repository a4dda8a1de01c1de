package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.StudyError;
import dev.moim.studies.signal.StudySockets.Pair;
import java.util.Optional;

/**
 * {@code video:offer}, {@code video:answer} and {@code video:ice-candidate}: hands one value to one
 * peer in the same call, as it is. One request and no write, for they are the most frequent events.
 */
public final class Relay implements Operation {

  private static final int SOCKET_ID_LENGTH = 64;

  private final StudySockets sockets;
  private final String event;
  private final String field;

  /**
   * @param field what is handed on; {@code null} is a value too, since browsers end their
   *     candidates with it
   */
  public Relay(StudySockets sockets, String event, String field) {
    this.sockets = sockets;
    this.event = event;
    this.field = field;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String to = data.text("to", SOCKET_ID_LENGTH);
    if (!data.values().containsKey(field)) {
      throw FieldException.missing(field);
    }
    Pair pair = sockets.pair(sender.connectionId(), to);
    if (pair.target().isEmpty()) {
      pair = sockets.pairNow(sender.connectionId(), to);
    }
    StudySocket from = known(pair.sender());
    String target =
        pair.target()
            .orElseThrow(
                () -> new DomainException(StudyError.PARTICIPANT_NOT_FOUND, "상대방을 찾을 수 없습니다."));
    Message relayed = Message.of(event).with("from", from.socketId()).with(field, data.raw(field));
    return Outcome.ok().telling(Notice.to(Recipients.of(target), relayed));
  }

  private static StudySocket known(Optional<StudySocket> sender) {
    return sender
        .filter(StudySocket::isKnown)
        .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
  }
}
