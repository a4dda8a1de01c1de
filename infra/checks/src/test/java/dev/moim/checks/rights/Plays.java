package dev.moim.checks.rights;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.testkit.spec.AsyncApi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What happens to ann, ben and others: every path of the functions that asks for a right. */
final class Plays {

  /** Played by who comes, not among who is there. */
  private static final Set<String> COMING = Set.of("register", "createRoom", "joinRoom", "default");

  /** Operations that tell nobody. Every other tells those who are in the room. */
  private static final List<String> QUIET =
      List.of("createVideoRoom", "changeName", "memberList", "endGroup");

  /** Operations that need no roomId: the server looks for a common room. */
  private static final List<String> TO_A_TARGET =
      List.of("sdp", "candidate", "chat", "inform", "reqCanvasImage", "updateImage");

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private static final Map<String, String> WITHOUT_ROOM =
      Map.of(
          ",\\\"roomId\\\":\\\"K43254033\\\"", "",
          "\\\"message\\\"", "\\\"target\\\":\\\"ben\\\",\\\"message\\\"");

  private static final Map<String, String> FORCED =
      Map.of("\\\"device\\\"", "\\\"forced\\\":true,\\\"device\\\"");

  private static final Map<String, String> LATER_VERSION = Map.of(" 2 IN IP4 ", " 4 IN IP4 ");

  private static final Map<String, String> AS_EVE = Map.of("\\\"ann\\\"", "\\\"eve\\\"");

  private static final Map<String, String> NAMED =
      Map.of("\\\"title\\\"", "\\\"roomId\\\":\\\"K43254033\\\",\\\"title\\\"");

  private final Supplier<Scene> stage;
  private final Rooms rooms;
  private final Seats seats;
  private final LicenseControl licenses;

  /**
   * @param stage makes an empty scene with a license of its own
   */
  Plays(Supplier<Scene> stage, Rooms rooms, Seats seats, LicenseControl licenses) {
    this.stage = stage;
    this.rooms = rooms;
    this.seats = seats;
    this.licenses = licenses;
  }

  void all() {
    AsyncApi.ofProject().operations("calls", "receive").keySet().stream()
        .filter(operation -> !COMING.contains(operation) && !QUIET.contains(operation))
        .forEach(this::tell);
    quietly();
    findTheRoom();
    relayOutOfOrder();
    comeAndGo();
    overSocketIo();
    takeOver();
    goneForGood();
    repair();
    disable();
    withMedia();
  }

  /** To somebody who is gone: that takes every right an operation may need. */
  private void tell(String event) {
    together().loses("ben").does("ann", event);
  }

  private void quietly() {
    Scene scene = together().arrive("eve").does("eve", "chat");
    QUIET.forEach(event -> scene.does("ann", event));
  }

  private void findTheRoom() {
    Scene scene = together();
    TO_A_TARGET.forEach(event -> scene.does("ann", event, WITHOUT_ROOM));
  }

  /** A candidate before any description, and a description whose predecessor is missing. */
  private void relayOutOfOrder() {
    together().does("ann", "candidate").fireTimers();
    together().does("ann", "sdp", LATER_VERSION);
    together().emits("ann", "sdp", LATER_VERSION);
  }

  private void comeAndGo() {
    stage.get().arrive("ann").does("ann", "createRoom").fireTimers();
    together().does("ben", "leaveRoom").does("ann", "leaveRoom").does("ben", "disconnect");
    stage
        .get()
        .arrive("ann")
        .does("ann", "createRoom")
        .does("ann", "joinRoom")
        .loses("ann")
        .arrive("ben")
        .does("ben", "joinRoom")
        .does("ann", "joinRoom")
        .does("eve", "joinRoom");
  }

  /** Over Socket.IO one function does it all. */
  private void overSocketIo() {
    Scene scene = together().emits("eve", "register", Map.of());
    scene.emits("eve", "chat", Map.of()).emits("ann", "chat", WITHOUT_ROOM);
    scene.loses("ben").emits("ann", "chat", Map.of()).fireTimers();
    scene.emits("ann", "destroyRoom", Map.of());
    stage.get().arrive("ann").emits("ann", "createRoom", Map.of()).fireTimers();
    afterPolling("ann").frame("ann", "5").fireTimers();
    afterPolling("ann").fireTimers();
  }

  /** Somebody who polled before this socket, and has not put it to use yet. */
  private Scene afterPolling(String user) {
    String sid = SessionId.issue(Instant.ofEpochMilli(Scene.RISING.get())).text();
    Map<String, String> ofSession =
        Map.of("\"EIO\": \"4\",", "\"EIO\": \"4\", \"sid\": \"%s\",".formatted(sid));
    return stage.get().does(user, "connect", ofSession);
  }

  private void takeOver() {
    together().does("ben on phone", "register").does("ben on phone", "register", FORCED);
    together()
        .emits("ben on phone", "register", Map.of())
        .emits("ben on phone", "register", FORCED);
    lettersForBen().does("ben on phone", "register").fireTimers();
    lettersForBen().does("ben", "disconnect").does("ben on phone", "register").fireTimers();
    // The same socket, another user: the first one leaves.
    lettersForBen().does("ben", "register", AS_EVE);
    lettersForBen().emits("ben", "register", AS_EVE);
    stage
        .get()
        .arrive("ann")
        .does("ann", "createRoom")
        .does("ann", "joinRoom")
        .does("ann", "register", AS_EVE);
  }

  private void goneForGood() {
    lettersForBen().does("ben", "disconnect").fireTimers();
    together().does("ann", "disconnect").does("ben", "disconnect").fireTimers();
    together().runs("TimerFunction", "timer");
  }

  private void repair() {
    together().loses("ben").runs("ReconcileFunction", "reconcile").fireTimers();
    Scene forgotten = together();
    rooms.findNow(keyOf(forgotten)).ifPresent(rooms::delete);
    forgotten.runs("ReconcileFunction", "reconcile");
    Scene overdue = together();
    seats.markLost(
        keyOf(overdue), new SeatHolder(overdue.idOf("ben"), overdue.connectionOf("ben")), LONG_AGO);
    overdue.does("ann", "chat").does("ann", "leaveRoom");
    overdue.runs("ReconcileFunction", "reconcile");
  }

  private static RoomKey keyOf(Scene scene) {
    return new RoomKey(scene.licenseId(), scene.roomId());
  }

  private void disable() {
    Scene byTimer = together().loses("ben").runs("CloseDisabledFunction", "closeDisabled");
    licenses.disable(byTimer.licenseId());
    byTimer.fireTimers();
    Scene bySchedule = together().loses("ben");
    licenses.disable(bySchedule.licenseId());
    bySchedule.runs("CloseDisabledFunction", "closeDisabled");
  }

  private void withMedia() {
    Scene scene = stage.get().arrive("ann").does("ann", "createVideoRoom", NAMED);
    scene.does("ann", "joinRoom").does("ann", "leaveRoom").fireTimers();
    Scene other = stage.get().arrive("ann").emits("ann", "createVideoRoom", NAMED);
    other.emits("ann", "joinRoom", Map.of()).emits("ann", "destroyRoom", Map.of()).fireTimers();
  }

  private Scene together() {
    return stage.get().together();
  }

  /** Ben's socket is gone, and something was said to him since. */
  private Scene lettersForBen() {
    return together().loses("ben").does("ann", "chat");
  }
}
