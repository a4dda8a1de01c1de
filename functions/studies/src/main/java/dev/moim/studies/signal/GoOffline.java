package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.time.Instant;
import java.util.List;

/** {@code presence:leave-study}: the page is closed. Leaving what one did not join is no error. */
public final class GoOffline implements Operation {

  private final SenderLookup senders;
  private final StudySockets sockets;
  private final OnlineSockets online;

  public GoOffline(SenderLookup senders, StudySockets sockets, OnlineSockets online) {
    this.senders = senders;
    this.sockets = sockets;
    this.online = online;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    StudySocket socket = senders.known(sender);
    String onlineIn = socket.onlineIn();
    boolean other = data.optionalText("studyId").filter(id -> !id.equals(onlineIn)).isPresent();
    return onlineIn == null || other
        ? Outcome.ok()
        : Outcome.ok().telling(leave(socket, onlineIn, sender.receivedAt()));
  }

  List<Notice> leave(StudySocket socket, String studyId, Instant now) {
    List<Notice> notices =
        online
            .remove(studyId, socket.socket())
            .filter(rest -> rest.stream().noneMatch(other -> other.isOf(socket.user())))
            .map(rest -> GoOnline.news("presence:user-offline", rest, socket.user(), now))
            .stream()
            .toList();
    sockets.goOffline(socket.socket());
    return notices;
  }
}
