package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.studies.call.Calls;
import java.util.Map;
import java.util.TreeMap;

/** Every event that clients may send, by its name, and what it does. */
public final class Events {

  private Events() {}

  public static Map<String, Operation> byName(
      StudySockets sockets,
      RelayInOrder inOrder,
      Calls calls,
      Groups groups,
      OnlineSockets online) {
    SenderLookup senders = new SenderLookup(sockets);
    LeaveRoom leaveRoom = new LeaveRoom(senders, sockets, calls);
    GoOffline goOffline = new GoOffline(senders, sockets, online);
    Map<String, Operation> events = new TreeMap<>();
    events.put("video:join-room", new JoinRoom(senders, groups, sockets, calls, leaveRoom));
    events.put("video:leave-room", leaveRoom);
    events.put("video:offer", new Relay(sockets, inOrder, Signal.OFFER));
    events.put("video:answer", new Relay(sockets, inOrder, Signal.ANSWER));
    events.put("video:ice-candidate", new Relay(sockets, inOrder, Signal.ICE_CANDIDATE));
    events.put("video:toggle-audio", ToggleMedia.audio(senders, calls));
    events.put("video:toggle-video", ToggleMedia.video(senders, calls));
    events.put("video:screen-share-start", ToggleMedia.screen(senders, calls, true));
    events.put("video:screen-share-stop", ToggleMedia.screen(senders, calls, false));
    events.put("video:speaking", new RelaySpeaking(senders, calls));
    events.put("chat:video-message", new SendChatMessage(senders, calls));
    events.put("presence:join-study", new GoOnline(senders, groups, sockets, online, goOffline));
    events.put("presence:leave-study", goOffline);
    return events;
  }
}
