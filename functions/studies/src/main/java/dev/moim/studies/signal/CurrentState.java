package dev.moim.studies.signal;

import dev.moim.shared.sockets.LateNews;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Recipient;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.view.TimeView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What is so by now of what a socket was told of its peers, of a call, or of who is online. Whoever
 * has left the call or the page meanwhile need not know.
 */
public final class CurrentState implements LateNews {

  /** Two events for both ends of a shared screen tell the same of one state. */
  private static final String SHARED_SCREEN = "video:screen-share-";

  private final StudySockets sockets;
  private final Calls calls;
  private final OnlineSockets online;
  private final Clock clock;

  public CurrentState(StudySockets sockets, Calls calls, OnlineSockets online, Clock clock) {
    this.sockets = sockets;
    this.calls = calls;
    this.online = online;
    this.clock = clock;
  }

  @Override
  public List<Message> upToDate(Recipient to, Message told, Instant at) {
    return switch (told.name()) {
      case "video:room-state",
          "video:user-joined",
          "video:user-left",
          "video:peer-audio-changed",
          "video:peer-video-changed",
          "video:peer-screen-share",
          "video:screen-share-started",
          "video:screen-share-stopped" ->
          ofCall(to, told);
      case "video:started" -> started(told);
      case "study:online-users" ->
          ofPage(to, (studyId, all) -> List.of(GoOnline.users(studyId, all)));
      case "presence:user-online", "presence:user-offline" ->
          ofPage(to, (studyId, all) -> List.of(presence(all, told)));
      // Said again each second while it is so.
      case "video:user-speaking" ->
          Boolean.TRUE.equals(told.fields().get("speaking")) ? List.of() : List.of(told);
      default -> List.of(told);
    };
  }

  private List<Message> ofCall(Recipient to, Message told) {
    return sockets
        .findNow(to.connectionId())
        .filter(socket -> socket.inCall() != null)
        .flatMap(socket ->
            calls
                .findNow(String.valueOf(socket.inCall()))
                .filter(call -> LeaveRoom.isThere(call, socket))
                .map(call -> now(call, socket, told)))
        .orElse(List.of());
  }

  private static List<Message> now(StudyCall call, StudySocket hearing, Message told) {
    if (told.name().equals("video:room-state")) {
      return List.of(Peers.roomState(call, hearing).message());
    }
    String socketId = String.valueOf(told.fields().get("socketId"));
    for (CallParticipant peer : call.inside()) {
      Optional<PeerSocket> over = peer.liveness().openSocket();
      if (over.filter(socket -> socket.socketId().equals(socketId)).isPresent()) {
        return there(peer, over.get(), told.name());
      }
    }
    return List.of(gone(told));
  }

  /**
   * Of whoever is told of anew nothing is known that was told meanwhile; and what was on when they
   * left may still seem to be, if it was their leaving that nobody heard.
   */
  private static List<Message> there(CallParticipant peer, PeerSocket over, String event) {
    String userId = peer.user().id();
    List<Message> news = new ArrayList<>();
    boolean isAll = event.equals("video:user-joined") || event.equals("video:user-left");
    if (isAll) {
      news.add(Peers.joined(over, peer.user()));
    }
    for (MediaState state : MediaState.values()) {
      boolean on = peer.is(state);
      MediaNews.messages(userId, over, state, on).stream()
          .filter(message -> isAll ? peer.hasSwitched(state) : tellsTheSame(message.name(), event))
          .forEach(news::add);
    }
    return news;
  }

  private static boolean tellsTheSame(String event, String told) {
    return event.equals(told)
        || (event.startsWith(SHARED_SCREEN) && told.startsWith(SHARED_SCREEN));
  }

  /** Whoever heard of a socket that is gone hears so, as far as the event says whose it was. */
  private static Message gone(Message told) {
    Object socketId = told.fields().get("socketId");
    return told.fields().containsKey("userId")
        ? Message.of("video:user-left")
            .with("socketId", socketId)
            .with("userId", told.fields().get("userId"))
        : Message.of("video:screen-share-stopped").with("socketId", socketId);
  }

  /** That a session has begun is of no use once it is over. */
  private List<Message> started(Message told) {
    Map<?, ?> session = (Map<?, ?>) told.fields().get("session");
    boolean isOpen =
        session != null
            && calls
                .findNow(String.valueOf(session.get("studyId")))
                .filter(StudyCall::isOpen)
                .filter(call -> call.session().id().equals(session.get("id")))
                .isPresent();
    return isOpen ? List.of(told) : List.of();
  }

  private List<Message> ofPage(
      Recipient to, BiFunction<String, List<OnlineSocket>, List<Message>> news) {
    String studyId = sockets.findNow(to.connectionId()).map(StudySocket::onlineIn).orElse(null);
    if (studyId == null) {
      return List.of();
    }
    List<OnlineSocket> all = online.find(studyId);
    boolean isListed =
        all.stream().anyMatch(one -> one.socket().connectionId().equals(to.connectionId()));
    return isListed ? news.apply(studyId, all) : List.of();
  }

  private Message presence(List<OnlineSocket> all, Message told) {
    Object userId = told.fields().get("userId");
    boolean isOnline = all.stream().anyMatch(one -> one.user().id().equals(userId));
    String event = isOnline ? "presence:user-online" : "presence:user-offline";
    return event.equals(told.name())
        ? told
        : Message.of(event, told.fields()).with("timestamp", TimeView.of(clock.instant()));
  }
}
