package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Kind;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Every event that clients may send, by its name. */
public final class Events {

  private Events() {}

  public static Map<String, SocketEvent> byName(
      StudySockets sockets, Calls calls, Groups groups, Online online, Clock clock) {
    Senders senders = new Senders(sockets);
    LeaveRoom leaveRoom = new LeaveRoom(senders, sockets, calls, clock);
    LeaveStudy leaveStudy = new LeaveStudy(senders, sockets, online, clock);
    Map<String, SocketEvent> events = new TreeMap<>();
    events.put("video:join-room", new JoinRoom(senders, groups, sockets, calls, leaveRoom, clock));
    events.put("video:leave-room", leaveRoom);
    events.put("video:offer", new Relay(sockets, "video:offer", "offer"));
    events.put("video:answer", new Relay(sockets, "video:answer", "answer"));
    events.put("video:ice-candidate", new Relay(sockets, "video:ice-candidate", "candidate"));
    events.put(
        "video:toggle-audio",
        Toggle.of(senders, calls, clock, Kind.AUDIO_MUTED, "isMuted", "video:peer-audio-changed"));
    events.put(
        "video:toggle-video",
        Toggle.of(senders, calls, clock, Kind.VIDEO_OFF, "isVideoOff", "video:peer-video-changed"));
    events.put("video:screen-share-start", Toggle.screen(senders, calls, clock, true));
    events.put("video:screen-share-stop", Toggle.screen(senders, calls, clock, false));
    events.put("video:speaking", new Speak(senders, calls));
    events.put("chat:video-message", new SayInCall(senders, calls, clock));
    events.put(
        "presence:join-study", new JoinStudy(senders, groups, sockets, online, leaveStudy, clock));
    events.put("presence:leave-study", leaveStudy);
    return events;
  }
}
