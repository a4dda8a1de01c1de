package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import dev.moim.studies.call.CallMedia;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.StudyCall;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes somebody out of everything a study has open: its call, its room on their socket, the media
 * server's room, and who is online. For members who are none any more.
 */
public final class EndParticipation {

  private final Groups groups;
  private final Calls calls;
  private final StudySockets sockets;
  private final OnlineSockets online;
  private final CallMedia media;
  private final Outbox outbox;
  private final Clock clock;

  public EndParticipation(
      Groups groups,
      Calls calls,
      StudySockets sockets,
      OnlineSockets online,
      CallMedia media,
      Outbox outbox,
      Clock clock) {
    this.groups = groups;
    this.calls = calls;
    this.sockets = sockets;
    this.online = online;
    this.media = media;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Of somebody who was a member until now. */
  public void of(ParticipantKey removed) {
    String studyId = removed.studyId();
    String userId = removed.userId();
    Instant now = clock.instant();
    List<Notice> notices = new ArrayList<>();
    calls
        .change(studyId, call -> call.leave(userId, now))
        .ifPresent(change -> notices.addAll(outOfCall(change, userId, now)));
    for (OnlineSocket entry : online.find(studyId)) {
      if (entry.user().id().equals(userId)) {
        notices.addAll(offline(studyId, entry, now));
      }
    }
    outbox.send(notices);
  }

  /** Of everybody who is in the call of a study, or online, since the study is gone. */
  public void ofEverybody(String studyId) {
    Set<String> users = new TreeSet<>();
    calls
        .findNow(studyId)
        .ifPresent(call -> call.inside().forEach(one -> users.add(one.user().id())));
    online.find(studyId).forEach(entry -> users.add(entry.user().id()));
    users.forEach(userId -> of(new ParticipantKey(studyId, userId)));
  }

  /** Of participants who are no members: they were let in at the moment they were removed. */
  void ofStrangers(StudyCall call) {
    List<String> inside = call.inside().stream().map(one -> one.user().id()).toList();
    Map<String, Member> members = groups.findAll(call.studyId(), inside);
    for (String userId : inside) {
      if (!Optional.ofNullable(members.get(userId)).map(Member::isActive).orElse(false)) {
        of(new ParticipantKey(call.studyId(), userId));
      }
    }
  }

  private List<Notice> outOfCall(Change change, String userId, Instant now) {
    Optional<CallParticipant> before = change.before().find(userId);
    if (!change.before().isOpen() || before.filter(CallParticipant::isInside).isEmpty()) {
      return List.of();
    }
    List<Notice> notices = new ArrayList<>(Peers.left(change, userId).stream().toList());
    before
        .flatMap(known -> known.liveness().socket())
        .ifPresent(socket -> {
          closeRoom(sockets, change, socket, now);
          notices.add(
              Notice.to(
                  Recipients.of(socket.connectionId()),
                  ErrorEvent.of("스터디 멤버가 아니어서 화상회의에서 나갔습니다.")));
        });
    media.remove(change.before(), userId);
    return notices;
  }

  /** The socket relays nothing any more, and nothing reaches it as that of a participant. */
  static void closeRoom(StudySockets sockets, Change change, PeerSocket socket, Instant now) {
    sockets.displace(socket, change.before().studyId(), now);
  }

  private List<Notice> offline(String studyId, OnlineSocket entry, Instant now) {
    sockets.goOffline(entry.socket(), now.plusMillis(1));
    return online
        .remove(studyId, entry.socket(), OnlineSockets.WHENEVER)
        .map(rest -> GoOnline.news("presence:user-offline", rest, entry.user(), now))
        .stream()
        .toList();
  }
}
