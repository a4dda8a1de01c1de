package dev.moim.studies.signal;

import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Recipient;
import dev.moim.studies.User;
import dev.moim.studies.call.Participant;
import dev.moim.studies.call.Socket;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.view.PeerView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who take part in a call over a socket, and what they are told about each other. */
public final class Peers {

  private Peers() {}

  /** Everybody but this user whose socket is there. */
  static List<Recipient> others(StudyCall call, String userId) {
    return othersIn(call, userId).map(peer -> Recipients.of(socket(peer).connectionId())).toList();
  }

  /** Everybody whose socket is there. */
  static List<Recipient> all(StudyCall call) {
    return others(call, "");
  }

  private static Stream<Participant> othersIn(StudyCall call, String userId) {
    return call.inside().stream()
        .filter(Peers::isReachable)
        .filter(participant -> !participant.user().id().equals(userId));
  }

  static boolean isReachable(Participant participant) {
    return participant.presence().socket().isPresent() && !participant.presence().isLost();
  }

  private static Socket socket(Participant reachable) {
    return reachable.presence().socket().orElseThrow();
  }

  static Notice roomState(StudyCall call, StudySocket joiner) {
    List<Map<String, @Nullable Object>> others =
        othersIn(call, joiner.user().id())
            .map(peer -> PeerView.present(socket(peer).socketId(), peer))
            .toList();
    return Notice.to(
        Recipients.of(joiner.connectionId()),
        Message.of("video:room-state").with("participants", others));
  }

  static Notice joined(StudyCall call, StudySocket joiner) {
    User user = joiner.user();
    return new Notice(
        others(call, user.id()),
        new Message("video:user-joined", PeerView.newcomer(joiner.socketId(), user)));
  }

  /**
   * Tells the others of a departure; nobody if they have not seen whoever left, or have been told.
   *
   * @param before as the others knew it
   */
  public static Optional<Notice> left(StudyCall before, StudyCall after, String userId) {
    return before
        .find(userId)
        .filter(gone -> gone.isInside() && isReachable(gone))
        .map(gone ->
            new Notice(
                others(after, userId),
                Message.of("video:user-left")
                    .with("socketId", socket(gone).socketId())
                    .with("userId", userId)));
  }
}
