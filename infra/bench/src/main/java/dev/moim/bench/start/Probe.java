package dev.moim.bench.start;

import dev.moim.template.Function;
import dev.moim.testkit.RootTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function and an event for it.
 *
 * @param family whose jar has it
 * @param event its file in {@code events/}
 */
record Probe(String family, String event, Function function) {

  /** One of each kind in each family; what the others do is alike. */
  static List<Probe> some() {
    return List.of(
        of("calls", "register", "dev.moim.calls.websocket.RegisterHandler"),
        of("calls", "sdp", "dev.moim.calls.websocket.RelayHandler"),
        of("licenses", "auth", "dev.moim.licenses.http.AuthHandler"),
        of("rooms", "createRoom", "dev.moim.rooms.http.CreateRoomHandler"),
        of("studies", "createStudy", "dev.moim.studies.http.CreateStudyHandler"),
        of("accounts", "readSelf", "dev.moim.accounts.http.ReadSelfHandler"),
        of("meetings", "createMeeting", "dev.moim.meetings.http.CreateMeetingHandler"),
        of("chat", "createRoom", "dev.moim.chat.http.CreateRoomHandler"));
  }

  private static Probe of(String family, String event, String handler) {
    Function declared =
        RootTemplate.load().functions().stream()
            .filter(function -> function.handler().equals(handler))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no template has " + handler));
    return new Probe(family, event, declared);
  }

  /** What no template has: a peer. */
  static Function peer(Class<?> handler) {
    return new Function(
        "Peer", handler.getName(), Map.of(), Duration.ofSeconds(10), 1_024, List.of());
  }

  String label() {
    return family + " " + event;
  }
}
