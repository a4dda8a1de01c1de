package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.LookUntilTrue;
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
import dev.moim.studies.signal.StudySockets.Moved;
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
  private final LookAgain look;

  public GoOnline(
      SenderLookup senders,
      Groups groups,
      StudySockets sockets,
      OnlineSockets online,
      GoOffline goOffline,
      LookAgain look) {
    this.senders = senders;
    this.groups = groups;
    this.sockets = sockets;
    this.online = online;
    this.goOffline = goOffline;
    this.look = look;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String studyId = EventFields.studyId(data);
    StudySocket socket = senders.known(sender);
    Memberships.requireActive(groups.find(new MemberKey(studyId, socket.user().id())));
    Instant now = sender.receivedAt();
    List<Notice> notices = new ArrayList<>(leaveOther(socket, studyId, now));
    if (isOutdated(socket, studyId, now)) {
      return Outcome.ok().telling(notices);
    }
    List<OnlineSocket> all = add(socket, studyId, now);
    notices.addAll(cameOnline(all, socket, now));
    Recipient self = Recipients.of(socket.connectionId());
    notices.add(Notice.to(self, Message.of("presence:study-joined").with("studyId", studyId)));
    notices.add(Notice.to(self, users(studyId, all)));
    OnlineNews told = new OnlineNews(socket.user(), now, true);
    return LookUntilTrue.after(Outcome.ok().telling(notices), () -> newer(socket, studyId, told));
  }

  private List<Notice> leaveOther(StudySocket socket, String studyId, Instant now) {
    String other = socket.onlineIn();
    return other == null || other.equals(studyId)
        ? List.of()
        : goOffline.leave(socket, other, now, now);
  }

  /** Whether the client has asked for something else since. */
  private boolean isOutdated(StudySocket socket, String studyId, Instant asked) {
    Moved moved = sockets.goOnline(socket.socket(), studyId, asked);
    if (moved == Moved.GONE) {
      throw new DomainException(StudyError.AUTH_REQUIRED);
    }
    return moved == Moved.OUTDATED;
  }

  private List<OnlineSocket> add(StudySocket socket, String studyId, Instant asked) {
    return online
        .add(studyId, new OnlineSocket(socket.socket(), socket.user(), asked.toEpochMilli()))
        .orElseThrow(() -> {
          sockets.cancelOnline(socket.socket(), asked);
          return new DomainException(StudyError.INVALID_REQUEST, "접속자가 너무 많습니다.");
        });
  }

  /**
   * The socket may have left the page, or be gone, since it was noted that it comes: then whoever
   * did that found no entry to take away.
   */
  private List<Notice> newer(StudySocket socket, String studyId, OnlineNews told) {
    LookAgain.Online now = look.online(studyId, socket);
    boolean listed = now.all().stream().anyMatch(one -> one.socket().equals(socket.socket()));
    boolean stays = now.socket().filter(known -> known.page().isIn(studyId)).isPresent();
    if (!listed || stays) {
      return told.since(now.all());
    }
    Instant before =
        now.socket()
            .map(known -> Instant.ofEpochMilli(known.page().asked()))
            .orElse(OnlineSockets.WHENEVER);
    return told.since(
        online.remove(studyId, socket.socket(), before).orElseGet(() -> online.find(studyId)));
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

  /** {@code study:online-users}: tells a newcomer who is online. */
  static Message users(String studyId, List<OnlineSocket> all) {
    return Message.of("study:online-users").with("studyId", studyId).with("users", users(all));
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
