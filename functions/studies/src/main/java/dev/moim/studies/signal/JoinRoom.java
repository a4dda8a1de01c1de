package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.LookUntilTrue;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.StudyError;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.LostSocket;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.SessionToJoin;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.signal.LookAgain.InCall;
import dev.moim.studies.signal.StudySockets.Moved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code video:join-room}: takes part in the study's open session over this socket, which takes the
 * place of an earlier one of the same user. The newcomer is told who is there and offers to each.
 */
public final class JoinRoom implements Operation {

  private final SenderLookup senders;
  private final SessionToJoin sessions;
  private final StudySockets sockets;
  private final Calls calls;
  private final LeaveRoom leaveRoom;
  private final LookAgain look;
  private final Timers timers;

  public JoinRoom(
      SenderLookup senders,
      SessionToJoin sessions,
      StudySockets sockets,
      Calls calls,
      LeaveRoom leaveRoom,
      LookAgain look,
      Timers timers) {
    this.senders = senders;
    this.sessions = sessions;
    this.sockets = sockets;
    this.calls = calls;
    this.leaveRoom = leaveRoom;
    this.look = look;
    this.timers = timers;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String studyId = EventFields.studyOfRoom(data);
    StudySocket socket = senders.known(sender);
    StudyCall call = sessions.open(studyId, socket.user());
    if (!call.isOpen()) {
      throw new DomainException(StudyError.SESSION_ENDED);
    }
    Instant asked = sender.receivedAt();
    List<Notice> notices = new ArrayList<>(leaveOther(socket, studyId, asked));
    return enter(call, socket, asked)
        .map(change -> welcome(change, socket, asked, notices))
        .orElseGet(() -> Outcome.ok().telling(notices));
  }

  /** One socket, one room: it cannot be in two calls at once. */
  private List<Notice> leaveOther(StudySocket socket, String studyId, Instant asked) {
    String other = socket.inCall();
    return other == null || other.equals(studyId)
        ? List.of()
        : leaveRoom.leave(socket, other, asked);
  }

  /** Empty if the client has asked for something else since. */
  private Optional<Change> enter(StudyCall seen, StudySocket socket, Instant asked) {
    Moved moved = sockets.enterCall(socket.socket(), seen.studyId(), asked);
    if (moved == Moved.GONE) {
      throw new DomainException(StudyError.AUTH_REQUIRED);
    }
    if (moved == Moved.OUTDATED) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          calls.change(seen, call -> call.enter(socket.user(), socket.socket(), asked)));
    } catch (DomainException refused) {
      sockets.cancelCall(socket.socket(), asked);
      throw refused;
    }
  }

  private Outcome welcome(
      Change change, StudySocket socket, Instant asked, List<Notice> noticesBefore) {
    Measures.count(Metric.JOINS, change.brought(socket.user().id()) ? 1 : 0);
    List<Notice> notices = new ArrayList<>(noticesBefore);
    if (!LeaveRoom.isOn(change.after(), socket)) {
      // They have left since, or a newer socket of theirs is there already.
      sockets.unlink(socket.socket(), asked.plusMillis(1));
      Peers.openSocket(change.after(), socket.user().id())
          .ifPresent(
              newer -> notices.add(displaced(socket.socket(), change.after().studyId(), asked)));
      return Outcome.ok().telling(notices);
    }
    PeerNews others = PeerNews.joined(socket, change.before());
    if (!LeaveRoom.isThere(change.before(), socket)) {
      notices.addAll(displace(change, socket, asked));
      others = PeerNews.left(socket);
    }
    notices.addAll(others.since(change.after()));
    Notice state = Peers.roomState(change.after(), socket);
    notices.add(state);
    PeerNews told = others;
    SinceTold self = new SinceTold(socket, change.after());
    return LookUntilTrue.after(
        Outcome.reply(state.message().fields()).telling(notices),
        () -> newer(change.after().studyId(), socket, told, self));
  }

  /** The socket that was theirs until now takes no part any more, and is told so. */
  private List<Notice> displace(Change change, StudySocket socket, Instant asked) {
    String userId = socket.user().id();
    Optional<PeerSocket> old =
        change
            .before()
            .find(userId)
            .filter(CallParticipant::isInside)
            .flatMap(known -> known.liveness().socket())
            .filter(other -> !other.equals(socket.socket()));
    List<Notice> notices = new ArrayList<>();
    old.ifPresent(other -> notices.add(displaced(other, change.after().studyId(), asked)));
    Peers.left(change, userId).ifPresent(notices::add);
    return notices;
  }

  private Notice displaced(PeerSocket old, String studyId, Instant asked) {
    sockets.displace(old, studyId, asked);
    return Notice.to(Recipients.of(old.connectionId()), ErrorEvent.of("다른 연결에서 화상회의에 참여했습니다."));
  }

  /**
   * The socket may have left, or be lost, since it was noted that it comes: then whoever did that
   * found nobody to take out of the call. And who came or went while the newcomer was told who is
   * there may have been told of before.
   */
  private List<Notice> newer(String studyId, StudySocket socket, PeerNews others, SinceTold self) {
    InCall now = look.inCall(studyId, socket);
    if (now.call().isEmpty()) {
      return List.of();
    }
    StudyCall call = now.call().get();
    Optional<Place> elsewhere =
        now.socket().map(StudySocket::call).filter(place -> !place.isIn(studyId));
    elsewhere.ifPresent(
        place -> sockets.unlink(socket.socket(), Instant.ofEpochMilli(place.asked())));
    Optional<Instant> leftBefore =
        now.socket()
            .map(known -> Instant.ofEpochMilli(known.call().left()))
            .filter(left -> elsewhere.isEmpty() && hasSwitchedOnBefore(call, socket, left));
    leftBefore.ifPresent(left -> leaveRoom.exit(studyId, socket, left));
    List<Notice> news = new ArrayList<>();
    if (LeaveRoom.isThere(call, socket)) {
      if (now.socket().isEmpty()) {
        endGrace(studyId, socket);
      }
      elsewhere.ifPresent(
          place -> leaveRoom.leave(socket, studyId, Instant.ofEpochMilli(place.asked())));
      news.addAll(self.news(call));
    }
    boolean unchanged = elsewhere.isEmpty() && leftBefore.isEmpty();
    news.addAll(others.since(unchanged ? call : calls.findNow(studyId).orElse(call)));
    return news;
  }

  private void endGrace(String studyId, StudySocket socket) {
    ParticipantKey key = new ParticipantKey(studyId, socket.user().id());
    timers.set(Deadlines.grace(new LostSocket(key, socket.socketId())), Duration.ZERO);
  }

  /** Whether something is on that was switched on before they were out for a moment. */
  private static boolean hasSwitchedOnBefore(StudyCall call, StudySocket socket, Instant left) {
    return LeaveRoom.isThere(call, socket)
        && call.find(socket.user().id())
            .filter(participant -> participant.hasSwitchedOnBefore(left))
            .isPresent();
  }
}
