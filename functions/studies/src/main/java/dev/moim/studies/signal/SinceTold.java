package dev.moim.studies.signal;

import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Recipient;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.StudyCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a newcomer has to hear about the others because it has changed since {@code
 * video:room-state} was written: the news of it may have been faster.
 */
final class SinceTold {

  private final StudySocket newcomer;
  private StudyCall told;

  SinceTold(StudySocket newcomer, StudyCall told) {
    this.newcomer = newcomer;
    this.told = told;
  }

  /** What differs from what was told, as told from now on. */
  List<Notice> news(StudyCall now) {
    String self = newcomer.user().id();
    List<Message> messages = new ArrayList<>();
    Peers.othersIn(told, self).forEach(peer -> gone(peer, now).ifPresent(messages::add));
    Peers.othersIn(now, self).forEach(peer -> messages.addAll(there(peer)));
    told = now;
    Recipient to = Recipients.of(newcomer.socket());
    return messages.stream().map(message -> Notice.to(to, message)).toList();
  }

  private static Optional<Message> gone(CallParticipant then, StudyCall now) {
    String userId = then.user().id();
    Optional<PeerSocket> socket = then.liveness().openSocket();
    return socket.equals(Peers.openSocket(now, userId))
        ? Optional.empty()
        : socket.map(old -> Peers.left(old, userId));
  }

  private List<Message> there(CallParticipant peer) {
    Optional<PeerSocket> socket = peer.liveness().openSocket();
    if (socket.isEmpty()) {
      return List.of();
    }
    List<Message> messages = new ArrayList<>();
    boolean isNew = !socket.equals(Peers.openSocket(told, peer.user().id()));
    if (isNew) {
      messages.add(Peers.joined(socket.get(), peer.user()));
    }
    for (MediaState state : MediaState.values()) {
      boolean before = !isNew && told.find(peer.user().id()).orElseThrow().is(state);
      if (peer.is(state) != before) {
        messages.addAll(MediaNews.messages(peer.user().id(), socket.get(), state, !before));
      }
    }
    return messages;
  }
}
