package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.LookUntilTrue;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.signal.StudySockets.Moved;
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
    String studyId = data.optionalText("studyId").orElse(onlineIn == null ? "" : onlineIn);
    boolean other = onlineIn != null && !studyId.equals(onlineIn);
    Instant asked = sender.receivedAt();
    if (other || sockets.goOffline(socket.socket(), asked) != Moved.DONE || studyId.isEmpty()) {
      return Outcome.ok();
    }
    List<Notice> notices = leave(socket, studyId, asked, asked);
    OnlineNews told = new OnlineNews(socket.user(), asked, false);
    return notices.isEmpty()
        ? Outcome.ok()
        : LookUntilTrue.after(
            Outcome.ok().telling(notices), () -> told.since(online.find(studyId)));
  }

  /**
   * Takes an entry away and tells the others, unless its user has another page open.
   *
   * @param before of what was asked for before this moment
   */
  List<Notice> leave(StudySocket socket, String studyId, Instant before, Instant now) {
    return leave(new OnlineSocket(socket.socket(), socket.user(), 0), studyId, before, now);
  }

  List<Notice> leave(OnlineSocket entry, String studyId, Instant before, Instant now) {
    return online
        .remove(studyId, entry.socket(), before)
        .filter(rest -> rest.stream().noneMatch(other -> other.isOf(entry.user())))
        .map(rest -> GoOnline.news("presence:user-offline", rest, entry.user(), now))
        .stream()
        .toList();
  }

  /**
   * A page that was being opened may have been listed since its socket was closed; and another one
   * may have been opened, and told of, while this departure was.
   *
   * @param told whether others heard of the departure
   */
  List<Notice> lookAgain(StudySocket gone, String studyId, boolean told, Instant now) {
    List<OnlineSocket> all = online.find(studyId);
    if (all.stream().anyMatch(one -> one.socket().equals(gone.socket()))) {
      return leave(gone, studyId, OnlineSockets.WHENEVER, now);
    }
    return told ? new OnlineNews(gone.user(), now, false).since(all) : List.of();
  }
}
