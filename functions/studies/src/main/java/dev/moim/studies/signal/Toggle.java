package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Kind;
import dev.moim.studies.call.StudyCall;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Somebody mutes themselves, turns their camera off, or shares their screen: the others are told,
 * and the seconds are counted.
 */
public final class Toggle implements SocketEvent {

  /** Writes what the others are told. */
  @FunctionalInterface
  interface Telling {
    List<Notice> notices(List<String> others, StudySocket sender, boolean on);
  }

  private final Senders senders;
  private final Calls calls;
  private final Clock clock;
  private final Kind kind;
  private final Predicate<Fields> switchedOn;
  private final Telling telling;

  private Toggle(
      Senders senders,
      Calls calls,
      Clock clock,
      Kind kind,
      Predicate<Fields> switchedOn,
      Telling telling) {
    this.senders = senders;
    this.calls = calls;
    this.clock = clock;
    this.kind = kind;
    this.switchedOn = switchedOn;
    this.telling = telling;
  }

  /** {@code video:toggle-audio} and {@code video:toggle-video}. */
  public static Toggle of(
      Senders senders, Calls calls, Clock clock, Kind kind, String field, String event) {
    return new Toggle(
        senders,
        calls,
        clock,
        kind,
        data -> data.flag(field),
        (others, sender, on) -> List.of(changed(others, sender, event, field, on)));
  }

  /**
   * {@code video:screen-share-start} and {@code -stop}. The document has one event for both; its
   * real clients listen for two others.
   */
  public static Toggle screen(Senders senders, Calls calls, Clock clock, boolean starts) {
    String event = starts ? "video:screen-share-started" : "video:screen-share-stopped";
    return new Toggle(
        senders,
        calls,
        clock,
        Kind.SCREEN,
        ignored -> starts,
        (others, sender, on) ->
            List.of(
                changed(others, sender, "video:peer-screen-share", "isSharing", on),
                new Notice(others, event, Map.of("socketId", sender.socketId()))));
  }

  @Override
  public Outcome receive(String connectionId, Fields data) {
    boolean on = switchedOn.test(data);
    StudySocket sender = senders.inRoom(connectionId, data);
    String studyId = String.valueOf(sender.studyId());
    StudyCall call =
        calls
            .change(studyId, seen -> toggled(seen, sender, on))
            .orElseThrow(Senders::notInRoom)
            .after();
    return Outcome.telling(telling.notices(Peers.others(call, sender.user().id()), sender, on));
  }

  private StudyCall toggled(StudyCall call, StudySocket sender, boolean on) {
    if (!LeaveRoom.isOn(call, sender)) {
      throw Senders.notInRoom();
    }
    return call.toggle(sender.user().id(), kind, on, clock.instant());
  }

  private static Notice changed(
      List<String> others, StudySocket sender, String event, String field, boolean on) {
    return new Notice(
        others,
        event,
        Map.of("socketId", sender.socketId(), "userId", sender.user().id(), field, on));
  }
}
