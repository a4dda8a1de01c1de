package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import java.time.Clock;
import java.util.List;

/** {@code presence:leave-study}: the page is closed. Leaving what one did not join is no error. */
public final class LeaveStudy implements SocketEvent {

  private final Senders senders;
  private final StudySockets sockets;
  private final Online online;
  private final Clock clock;

  public LeaveStudy(Senders senders, StudySockets sockets, Online online, Clock clock) {
    this.senders = senders;
    this.sockets = sockets;
    this.online = online;
    this.clock = clock;
  }

  @Override
  public Outcome receive(String connectionId, Fields data) {
    StudySocket socket = senders.known(connectionId);
    String watching = socket.watching();
    boolean other = data.optionalText("studyId").filter(id -> !id.equals(watching)).isPresent();
    return watching == null || other ? Outcome.telling() : Outcome.telling(leave(socket, watching));
  }

  List<Notice> leave(StudySocket socket, String studyId) {
    List<Notice> notices =
        online
            .remove(studyId, socket.socketId())
            .filter(rest -> rest.stream().noneMatch(w -> JoinStudy.isOf(w, socket.user())))
            .map(rest -> JoinStudy.news("presence:user-offline", rest, socket.user(), clock))
            .stream()
            .toList();
    sockets.unwatch(socket.connectionId());
    return notices;
  }
}
