package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.SentTimes;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyReader;
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
      StudyReader reader,
      Groups groups,
      OnlineSockets online,
      LookAgain look) {}

  public static Map<String, Operation> byName(
      Stores stores, RelayInOrder inOrder, Timers timers, Clock clock) {
    Map<String, Operation> events = new TreeMap<>();
    addCalls(events, stores, timers, new Limited(Limited.Kind.DONE, clock));
    addRelays(events, stores, inOrder, new Limited(Limited.Kind.RELAYED, clock));
    addChat(events, stores, new Limited(Limited.Kind.SAID, clock));
    return events;
  }

  private static void addCalls(
      Map<String, Operation> events, Stores stores, Timers timers, Limited limit) {
    SenderLookup senders = new SenderLookup(stores.sockets());
    Calls calls = stores.calls();
    LeaveRoom leaveRoom = new LeaveRoom(stores.sockets(), calls, timers);
    JoinRoom joinRoom =
        new JoinRoom(
            senders, stores.reader(), stores.sockets(), calls, leaveRoom, stores.look(), timers);
    GoOffline goOffline = new GoOffline(senders, stores.sockets(), stores.online());
    GoOnline goOnline =
        new GoOnline(
            senders, stores.groups(), stores.sockets(), stores.online(), goOffline, stores.look());
    events.put("video:join-room", limit.the(joinRoom));
    events.put("video:leave-room", limit.the(leaveRoom));
    events.put("video:toggle-audio", limit.the(ToggleMedia.audio(senders, calls)));
    events.put("video:toggle-video", limit.the(ToggleMedia.video(senders, calls)));
    events.put("video:screen-share-start", limit.the(ToggleMedia.screen(senders, calls, true)));
    events.put("video:screen-share-stop", limit.the(ToggleMedia.screen(senders, calls, false)));
    events.put("presence:join-study", limit.the(goOnline));
    events.put("presence:leave-study", limit.the(goOffline));
  }

  private static void addRelays(
      Map<String, Operation> events, Stores stores, RelayInOrder inOrder, Limited limit) {
    StudySockets sockets = stores.sockets();
    events.put("video:offer", limit.the(new Relay(sockets, inOrder, Signal.OFFER)));
    events.put("video:answer", limit.the(new Relay(sockets, inOrder, Signal.ANSWER)));
    events.put("video:ice-candidate", limit.the(new Relay(sockets, inOrder, Signal.ICE_CANDIDATE)));
  }

  private static void addChat(Map<String, Operation> events, Stores stores, Limited limit) {
    SenderLookup senders = new SenderLookup(stores.sockets());
    Calls calls = stores.calls();
    SentTimes times = new SentTimes();
    events.put("video:speaking", limit.the(new RelaySpeaking(senders, calls, new Repetitions())));
    events.put("chat:video-message", limit.the(SendChat.message(senders, stores, times)));
    events.put("chat:video-file", limit.the(SendChat.file(senders, stores, times)));
  }
}
