package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.studies.StudyError;
import dev.moim.studies.signal.StudySockets.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code video:offer}, {@code video:answer} and {@code video:ice-candidate}: hands one value to one
 * peer in the same call, as it is. One request and no write, for they are the most frequent events.
 */
public final class Relay implements SocketEvent {

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
  public Outcome receive(String connectionId, Fields data) {
    String to = data.text("to", SOCKET_ID_LENGTH);
    if (!data.values().containsKey(field)) {
      throw FieldException.missing(field);
    }
    Pair pair = sockets.pair(connectionId, to);
    if (pair.target().isEmpty()) {
      pair = sockets.pairNow(connectionId, to);
    }
    StudySocket sender = known(pair.sender());
    String target =
        pair.target()
            .orElseThrow(
                () -> new DomainException(StudyError.PARTICIPANT_NOT_FOUND, "상대방을 찾을 수 없습니다."));
    Map<String, @Nullable Object> handed = new LinkedHashMap<>();
    handed.put("from", sender.socketId());
    handed.put(field, data.raw(field));
    return Outcome.telling(new Notice(List.of(target), event, handed));
  }

  private static StudySocket known(Optional<StudySocket> sender) {
    return sender
        .filter(StudySocket::isKnown)
        .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
  }
}
