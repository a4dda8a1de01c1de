package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.Memberships;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.view.TimeView;
import dev.moim.studies.view.UserView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code presence:join-study}: a member has the study's page open, sees who else has, and hears
 * when a call begins.
 */
public final class GoOnline implements Operation {

  private final SenderLookup senders;
  private final Groups groups;
  private final StudySockets sockets;
  private final OnlineSockets online;
  private final GoOffline goOffline;

  public GoOnline(
      SenderLookup senders,
      Groups groups,
      StudySockets sockets,
      OnlineSockets online,
      GoOffline goOffline) {
    this.senders = senders;
    this.groups = groups;
    this.sockets = sockets;
    this.online = online;
    this.goOffline = goOffline;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String studyId = EventFields.studyId(data);
    StudySocket socket = senders.known(sender);
    Memberships.requireActive(groups.find(new MemberKey(studyId, socket.user().id())));
    Instant now = sender.receivedAt();
    List<Notice> notices = new ArrayList<>(leaveOther(socket, studyId, now));
    List<OnlineSocket> all = add(socket, studyId);
    notices.addAll(cameOnline(all, socket, now));
    Recipient self = Recipients.of(socket.connectionId());
    notices.add(Notice.to(self, Message.of("presence:study-joined").with("studyId", studyId)));
    notices.add(
        Notice.to(
            self,
            Message.of("study:online-users").with("studyId", studyId).with("users", users(all))));
    return Outcome.ok().telling(notices);
  }

  private List<Notice> leaveOther(StudySocket socket, String studyId, Instant now) {
    String other = socket.onlineIn();
    return other == null || other.equals(studyId) ? List.of() : goOffline.leave(socket, other, now);
  }

  private List<OnlineSocket> add(StudySocket socket, String studyId) {
    if (!sockets.goOnline(socket.socket(), studyId)) {
      throw new DomainException(StudyError.AUTH_REQUIRED);
    }
    return online
        .add(studyId, new OnlineSocket(socket.socket(), socket.user()))
        .orElseThrow(() -> {
          sockets.goOffline(socket.socket());
          return new DomainException(StudyError.INVALID_REQUEST, "접속자가 너무 많습니다.");
        });
  }

  /** With a second page open they were online before. */
  private static List<Notice> cameOnline(List<OnlineSocket> all, StudySocket socket, Instant now) {
    boolean already =
        all.stream()
            .anyMatch(
                other -> other.isOf(socket.user()) && !other.socket().equals(socket.socket()));
    return already ? List.of() : List.of(news("presence:user-online", all, socket.user(), now));
  }

  /** Tells everybody else that somebody has come or gone. */
  static Notice news(String event, List<OnlineSocket> all, User about, Instant now) {
    List<Recipient> others =
        all.stream()
            .filter(other -> !other.isOf(about))
            .map(other -> Recipients.of(other.socket()))
            .toList();
    return new Notice(
        others,
        Message.of(event)
            .with("userId", about.id())
            .with("user", UserView.of(about))
            .with("timestamp", TimeView.of(now)));
  }

  /** Each once, however many pages they have open; flat, as the document's clients read them. */
  private static List<Map<String, @Nullable Object>> users(List<OnlineSocket> all) {
    Map<String, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
    for (OnlineSocket each : all) {
      Map<String, @Nullable Object> view = new LinkedHashMap<>();
      view.put("userId", each.user().id());
      view.putAll(UserView.of(each.user()));
      byId.putIfAbsent(each.user().id(), view);
    }
    return List.copyOf(byId.values());
  }
}
