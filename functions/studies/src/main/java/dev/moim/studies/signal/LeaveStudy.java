package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.time.Instant;
import java.util.List;

/** {@code presence:leave-study}: the page is closed. Leaving what one did not join is no error. */
public final class LeaveStudy implements Operation {

  private final Senders senders;
  private final StudySockets sockets;
  private final Online online;

  public LeaveStudy(Senders senders, StudySockets sockets, Online online) {
    this.senders = senders;
    this.sockets = sockets;
    this.online = online;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    StudySocket socket = senders.known(sender);
    String watching = socket.watching();
    boolean other = data.optionalText("studyId").filter(id -> !id.equals(watching)).isPresent();
    return watching == null || other
        ? Outcome.ok()
        : Outcome.ok().telling(leave(socket, watching, sender.receivedAt()));
  }

  List<Notice> leave(StudySocket socket, String studyId, Instant now) {
    List<Notice> notices =
        online
            .remove(studyId, socket.socketId())
            .filter(rest -> rest.stream().noneMatch(w -> JoinStudy.isOf(w, socket.user())))
            .map(rest -> JoinStudy.news("presence:user-offline", rest, socket.user(), now))
            .stream()
            .toList();
    sockets.unwatch(socket.connectionId());
    return notices;
  }
}
