package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.Limit;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.SentTimes;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.SessionToJoin;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Every event that clients may send, by its name, and what it does. */
public final class Events {

  private Events() {}

  /** What events work on. */
  public record Stores(
      StudySockets sockets,
      Calls calls,
      SessionToJoin sessions,
      Groups groups,
      OnlineSockets online,
      LookAgain look) {}

  public static Map<String, Operation> byName(
      Stores stores, RelayInOrder inOrder, Timers timers, Clock clock) {
    Map<String, Operation> events = new TreeMap<>();
    addCalls(events, stores, timers, Limits.DONE.by(clock));
    addRelays(events, stores, inOrder, Limits.RELAYED.by(clock));
    addChat(events, stores, Limits.SAID.by(clock));
    return events;
  }

  private static void addCalls(
      Map<String, Operation> events, Stores stores, Timers timers, Limit limit) {
    SenderLookup senders = new SenderLookup(stores.sockets());
    Calls calls = stores.calls();
    LeaveRoom leaveRoom = new LeaveRoom(stores.sockets(), calls, timers);
    JoinRoom joinRoom =
        new JoinRoom(
            senders, stores.sessions(), stores.sockets(), calls, leaveRoom, stores.look(), timers);
    GoOffline goOffline = new GoOffline(senders, stores.sockets(), stores.online());
    GoOnline goOnline =
        new GoOnline(
            senders, stores.groups(), stores.sockets(), stores.online(), goOffline, stores.look());
    events.put("video:join-room", limit.on(joinRoom));
    events.put("video:leave-room", limit.on(leaveRoom));
    events.put("video:toggle-audio", limit.on(ToggleMedia.audio(senders, calls)));
    events.put("video:toggle-video", limit.on(ToggleMedia.video(senders, calls)));
    events.put("video:screen-share-start", limit.on(ToggleMedia.screen(senders, calls, true)));
    events.put("video:screen-share-stop", limit.on(ToggleMedia.screen(senders, calls, false)));
    events.put("presence:join-study", limit.on(goOnline));
    events.put("presence:leave-study", limit.on(goOffline));
  }

  private static void addRelays(
      Map<String, Operation> events, Stores stores, RelayInOrder inOrder, Limit limit) {
    StudySockets sockets = stores.sockets();
    events.put("video:offer", limit.on(new Relay(sockets, inOrder, Signal.OFFER)));
    events.put("video:answer", limit.on(new Relay(sockets, inOrder, Signal.ANSWER)));
    events.put("video:ice-candidate", limit.on(new Relay(sockets, inOrder, Signal.ICE_CANDIDATE)));
  }

  private static void addChat(Map<String, Operation> events, Stores stores, Limit limit) {
    SenderLookup senders = new SenderLookup(stores.sockets());
    Calls calls = stores.calls();
    SentTimes times = new SentTimes();
    events.put("video:speaking", limit.on(new RelaySpeaking(senders, calls, new Repetitions())));
    events.put("chat:video-message", limit.on(SendChat.message(senders, stores, times)));
    events.put("chat:video-file", limit.on(SendChat.file(senders, stores, times)));
  }
}
