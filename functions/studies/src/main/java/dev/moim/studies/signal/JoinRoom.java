package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.Memberships;
import dev.moim.studies.StudyError;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Calls.Change;
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
  private final Groups groups;
  private final StudySockets sockets;
  private final Calls calls;
  private final LeaveRoom leaveRoom;

  public JoinRoom(
      SenderLookup senders, Groups groups, StudySockets sockets, Calls calls, LeaveRoom leaveRoom) {
    this.senders = senders;
    this.groups = groups;
    this.sockets = sockets;
    this.calls = calls;
    this.leaveRoom = leaveRoom;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String studyId = EventFields.studyOfRoom(data);
    StudySocket socket = senders.known(sender);
    Memberships.requireActive(groups.find(new MemberKey(studyId, socket.user().id())));
    Instant now = sender.receivedAt();
    List<Notice> notices = new ArrayList<>(leaveOther(socket, studyId, now));
    Change change = enter(socket, studyId, now);
    Optional<CallParticipant> earlier = change.before().find(socket.user().id());
    if (earlier.filter(known -> known.isOn(socket.socketId())).isEmpty()) {
      notices.addAll(displace(change, earlier));
      notices.add(Peers.joined(change.after(), socket));
    }
    Notice state = Peers.roomState(change.after(), socket);
    notices.add(state);
    return Outcome.reply(state.message().fields()).telling(notices);
  }

  /** One socket, one room: it cannot be in two calls at once. */
  private List<Notice> leaveOther(StudySocket socket, String studyId, Instant now) {
    String other = socket.inCall();
    return other == null || other.equals(studyId) ? List.of() : leaveRoom.leave(socket, other, now);
  }

  private Change enter(StudySocket socket, String studyId, Instant now) {
    if (!sockets.enterCall(socket.socket(), studyId)) {
      throw new DomainException(StudyError.AUTH_REQUIRED);
    }
    try {
      return calls
          .change(studyId, call -> call.enter(socket.user(), socket.socket(), now))
          .orElseThrow(() -> new DomainException(StudyError.SESSION_NOT_FOUND));
    } catch (DomainException refused) {
      sockets.exitCall(socket.socket());
      throw refused;
    }
  }

  /** The socket that was theirs until now takes no part any more, and is told so. */
  private List<Notice> displace(Change change, Optional<CallParticipant> earlier) {
    List<Notice> notices = new ArrayList<>();
    earlier
        .filter(CallParticipant::isInside)
        .flatMap(known -> known.liveness().socket())
        .ifPresent(old -> {
          sockets.exitCall(old);
          notices.add(
              Notice.to(Recipients.of(old.connectionId()), ErrorEvent.of("다른 연결에서 화상회의에 참여했습니다.")));
          Peers.left(change, earlier.get().user().id()).ifPresent(notices::add);
        });
    return notices;
  }
}
