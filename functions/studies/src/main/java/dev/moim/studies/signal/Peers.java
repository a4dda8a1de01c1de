package dev.moim.studies.signal;

import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Recipient;
import dev.moim.studies.User;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.view.PeerView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who take part in a call over an open socket, and what they are told about each other. */
final class Peers {

  private Peers() {}

  static List<Recipient> all(StudyCall call) {
    return recipients(call.inside().stream());
  }

  /** Everybody but this user. */
  static List<Recipient> others(StudyCall call, String userId) {
    return recipients(othersIn(call, userId));
  }

  static Stream<CallParticipant> othersIn(StudyCall call, String userId) {
    return call.inside().stream().filter(participant -> !participant.user().id().equals(userId));
  }

  private static List<Recipient> recipients(Stream<CallParticipant> participants) {
    return participants
        .flatMap(participant -> participant.liveness().openSocket().stream())
        .map(Recipients::of)
        .toList();
  }

  /** {@code video:room-state}: tells a newcomer who is there. */
  static Notice roomState(StudyCall call, StudySocket newcomer) {
    List<Map<String, @Nullable Object>> peers =
        othersIn(call, newcomer.user().id()).flatMap(peer -> view(peer).stream()).toList();
    return Notice.to(
        Recipients.of(newcomer.socket()),
        Message.of("video:room-state").with("participants", peers));
  }

  private static Optional<Map<String, @Nullable Object>> view(CallParticipant peer) {
    return peer.liveness().openSocket().map(socket -> PeerView.present(socket.socketId(), peer));
  }

  /** {@code video:user-joined}: tells the others of a newcomer. */
  static Notice joined(StudyCall call, StudySocket newcomer) {
    User user = newcomer.user();
    return new Notice(others(call, user.id()), joined(newcomer.socket(), user));
  }

  static Message joined(PeerSocket socket, User user) {
    return Message.of("video:user-joined", PeerView.newcomer(socket.socketId(), user));
  }

  /**
   * {@code video:user-left}: tells the others that the socket is gone over which somebody took part
   * before the change; nothing if there was none, or they still do.
   */
  static Optional<Notice> left(Change change, String userId) {
    Optional<PeerSocket> still = openSocket(change.after(), userId);
    return openSocket(change.before(), userId)
        .filter(gone -> !still.equals(Optional.of(gone)))
        .map(socket -> new Notice(others(change.after(), userId), left(socket, userId)));
  }

  /** Tells the others that a socket takes no part. */
  static Notice left(StudyCall call, StudySocket gone) {
    String userId = gone.user().id();
    return new Notice(others(call, userId), left(gone.socket(), userId));
  }

  /** Over which socket somebody takes part whom messages reach. */
  static Optional<PeerSocket> openSocket(StudyCall call, String userId) {
    return call.find(userId)
        .filter(CallParticipant::isInside)
        .flatMap(participant -> participant.liveness().openSocket());
  }

  static Message left(PeerSocket socket, String userId) {
    return Message.of("video:user-left").with("socketId", socket.socketId()).with("userId", userId);
  }
}
