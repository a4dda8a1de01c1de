package dev.moim.studies.signal;

import dev.moim.shared.sockets.Outbox;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.LostSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Participants over an open socket whose client has left: the function that let them in died before
 * it could look whether they still wanted to be.
 */
public final class StraySockets {

  private final StudySockets sockets;
  private final Calls calls;
  private final Outbox outbox;

  public StraySockets(StudySockets sockets, Calls calls, Outbox outbox) {
    this.sockets = sockets;
    this.calls = calls;
    this.outbox = outbox;
  }

  /** Takes one out of the call if it is such a one. */
  void check(LostSocket maybe, String connectionId) {
    String studyId = maybe.participant().studyId();
    Optional<Place> elsewhere =
        sockets.findNow(connectionId).map(StudySocket::call).filter(place -> !place.isIn(studyId));
    elsewhere.ifPresent(place -> {
      Instant left = Instant.ofEpochMilli(place.asked());
      calls
          .change(studyId, call -> call.exit(maybe, left))
          .flatMap(change -> Peers.left(change, maybe.participant().userId()))
          .ifPresent(notice -> outbox.send(List.of(notice)));
    });
  }
}
