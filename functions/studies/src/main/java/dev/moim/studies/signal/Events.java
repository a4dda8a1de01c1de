package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.sockets.Operation;
import dev.moim.studies.call.Calls;
import java.util.Map;
import java.util.TreeMap;

/** Every event that clients may send, by its name. */
public final class Events {

  private Events() {}

  public static Map<String, Operation> byName(
      StudySockets sockets, Calls calls, Groups groups, Online online) {
    Senders senders = new Senders(sockets);
    LeaveRoom leaveRoom = new LeaveRoom(senders, sockets, calls);
    LeaveStudy leaveStudy = new LeaveStudy(senders, sockets, online);
    Map<String, Operation> events = new TreeMap<>();
    events.put("video:join-room", new JoinRoom(senders, groups, sockets, calls, leaveRoom));
    events.put("video:leave-room", leaveRoom);
    events.put("video:offer", new Relay(sockets, "video:offer", "offer"));
    events.put("video:answer", new Relay(sockets, "video:answer", "answer"));
    events.put("video:ice-candidate", new Relay(sockets, "video:ice-candidate", "candidate"));
    events.put("video:toggle-audio", Toggle.audio(senders, calls));
    events.put("video:toggle-video", Toggle.video(senders, calls));
    events.put("video:screen-share-start", Toggle.screen(senders, calls, true));
    events.put("video:screen-share-stop", Toggle.screen(senders, calls, false));
    events.put("video:speaking", new Speak(senders, calls));
    events.put("chat:video-message", new SayInCall(senders, calls));
    events.put("presence:join-study", new JoinStudy(senders, groups, sockets, online, leaveStudy));
    events.put("presence:leave-study", leaveStudy);
    return events;
  }
}
