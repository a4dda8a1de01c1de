package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.signal.Online.Watcher;
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
public final class JoinStudy implements Operation {

  private final Senders senders;
  private final Groups groups;
  private final StudySockets sockets;
  private final Online online;
  private final LeaveStudy leaveStudy;

  public JoinStudy(
      Senders senders, Groups groups, StudySockets sockets, Online online, LeaveStudy leaveStudy) {
    this.senders = senders;
    this.groups = groups;
    this.sockets = sockets;
    this.online = online;
    this.leaveStudy = leaveStudy;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String studyId = Senders.studyId(data);
    StudySocket socket = senders.known(sender);
    if (groups.find(studyId, socket.user().id()).filter(Member::isActive).isEmpty()) {
      throw new DomainException(StudyError.NOT_STUDY_MEMBER);
    }
    Instant now = sender.receivedAt();
    List<Notice> notices = new ArrayList<>(leaveOther(socket, studyId, now));
    List<Watcher> all = enter(socket, studyId);
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
    String other = socket.watching();
    return other == null || other.equals(studyId)
        ? List.of()
        : leaveStudy.leave(socket, other, now);
  }

  private List<Watcher> enter(StudySocket socket, String studyId) {
    if (!sockets.watch(socket.connectionId(), studyId)) {
      throw new DomainException(StudyError.AUTH_REQUIRED);
    }
    return online
        .add(studyId, new Watcher(socket.socketId(), socket.connectionId(), socket.user()))
        .orElseThrow(() -> {
          sockets.unwatch(socket.connectionId());
          return new DomainException(StudyError.INVALID_REQUEST, "접속자가 너무 많습니다.");
        });
  }

  /** With a second page open they were online before. */
  private static List<Notice> cameOnline(List<Watcher> all, StudySocket socket, Instant now) {
    boolean already =
        all.stream()
            .anyMatch(
                other -> isOf(other, socket.user()) && !other.socketId().equals(socket.socketId()));
    return already ? List.of() : List.of(news("presence:user-online", all, socket.user(), now));
  }

  /** Tells everybody else that somebody has come or gone. */
  static Notice news(String event, List<Watcher> all, User about, Instant now) {
    List<Recipient> others =
        all.stream()
            .filter(other -> !isOf(other, about))
            .map(other -> Recipients.of(other.connectionId()))
            .toList();
    return new Notice(
        others,
        Message.of(event)
            .with("userId", about.id())
            .with("user", UserView.of(about))
            .with("timestamp", TimeView.of(now)));
  }

  static boolean isOf(Watcher watcher, User user) {
    return watcher.user().id().equals(user.id());
  }

  /** Each once, however many pages they have open; flat, as the document's clients read them. */
  private static List<Map<String, @Nullable Object>> users(List<Watcher> all) {
    Map<String, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
    for (Watcher watcher : all) {
      Map<String, @Nullable Object> view = new LinkedHashMap<>();
      view.put("userId", watcher.user().id());
      view.putAll(UserView.of(watcher.user()));
      byId.putIfAbsent(watcher.user().id(), view);
    }
    return List.copyOf(byId.values());
  }
}
