package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.StudyError;
import dev.moim.studies.call.StudyCall;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out who sent an event. An eventually consistent read comes first, and a consistent one only
 * if that would refuse: so only refusals, and a socket's first moments, pay for it.
 */
public final class SenderLookup {

  private final StudySockets sockets;

  public SenderLookup(StudySockets sockets) {
    this.sockets = sockets;
  }

  /** The latest of it, for events that depend on what the socket did before. */
  StudySocket known(Sender sender) {
    return sockets
        .findNow(sender.connectionId())
        .filter(StudySocket::isKnown)
        .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
  }

  /** The sender of an event that names a room, in which it has to be. */
  StudySocket inRoom(Sender sender, Fields data) {
    String roomId = EventFields.roomId(data);
    return find(sender, socket -> roomId.equals(roomOf(socket)));
  }

  /** The same, or somebody who has left it by now and sent this before. */
  StudySocket wasInRoom(Sender sender, Fields data) {
    String roomId = EventFields.roomId(data);
    long sent = sender.receivedAt().toEpochMilli();
    Optional<String> studyId = EventFields.studyOfAnyRoom(data);
    return find(
        sender,
        socket ->
            roomId.equals(roomOf(socket))
                || studyId.filter(id -> socket.call().wasIn(id, sent)).isPresent());
  }

  private StudySocket find(Sender sender, Predicate<StudySocket> there) {
    return sockets
        .find(sender.connectionId())
        .filter(StudySocket::isKnown)
        .filter(there)
        .or(() -> Optional.of(known(sender)).filter(there))
        .orElseThrow(SenderLookup::notInRoom);
  }

  private static String roomOf(StudySocket socket) {
    String studyId = socket.inCall();
    return studyId == null ? "" : StudyCall.roomId(studyId);
  }

  /**
   * Requires that a socket which is noted to be in a call takes part in it. As long as the call is
   * open, it may just be on its way in.
   */
  static void requireOn(StudyCall call, StudySocket socket) {
    if (!LeaveRoom.isOn(call, socket)) {
      throw call.isOpen() ? DomainException.pending(StudyError.NOT_IN_ROOM) : notInRoom();
    }
  }

  static DomainException notInRoom() {
    return new DomainException(StudyError.NOT_IN_ROOM);
  }
}
