package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.StudyCall;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Somebody mutes themselves, turns their camera off, or shares their screen: the others are told,
 * and the seconds are counted.
 */
public final class ToggleMedia implements Operation {

  /** Writes what the others are told. */
  @FunctionalInterface
  interface Telling {
    List<Message> messages(StudySocket sender, boolean on);
  }

  private final SenderLookup senders;
  private final Calls calls;
  private final MediaState state;
  private final Predicate<Fields> switchedOn;
  private final Telling telling;

  private ToggleMedia(
      SenderLookup senders,
      Calls calls,
      MediaState state,
      Predicate<Fields> switchedOn,
      Telling telling) {
    this.senders = senders;
    this.calls = calls;
    this.state = state;
    this.switchedOn = switchedOn;
    this.telling = telling;
  }

  /** {@code video:toggle-audio}. */
  public static ToggleMedia audio(SenderLookup senders, Calls calls) {
    return new ToggleMedia(
        senders,
        calls,
        MediaState.AUDIO_MUTED,
        data -> data.flag("isMuted"),
        (sender, on) -> List.of(changed("video:peer-audio-changed", sender).with("isMuted", on)));
  }

  /** {@code video:toggle-video}. */
  public static ToggleMedia video(SenderLookup senders, Calls calls) {
    return new ToggleMedia(
        senders,
        calls,
        MediaState.VIDEO_OFF,
        data -> data.flag("isVideoOff"),
        (sender, on) ->
            List.of(changed("video:peer-video-changed", sender).with("isVideoOff", on)));
  }

  /**
   * {@code video:screen-share-start} and {@code -stop}. The document has one event for both; its
   * real clients listen for two others.
   */
  public static ToggleMedia screen(SenderLookup senders, Calls calls, boolean starts) {
    return new ToggleMedia(
        senders,
        calls,
        MediaState.SCREEN_SHARED,
        ignored -> starts,
        (sender, on) ->
            List.of(
                changed("video:peer-screen-share", sender).with("isSharing", on),
                Message.of(on ? "video:screen-share-started" : "video:screen-share-stopped")
                    .with("socketId", sender.socketId())));
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    boolean on = switchedOn.test(data);
    StudySocket socket = senders.inRoom(sender, data);
    String studyId = String.valueOf(socket.inCall());
    StudyCall call =
        calls
            .change(studyId, seen -> toggled(seen, socket, on, sender.receivedAt()))
            .orElseThrow(SenderLookup::notInRoom)
            .after();
    boolean told = isOn(call, socket);
    return Outcome.ok()
        .telling(notices(call, socket, told))
        .then(() -> newer(studyId, socket, told));
  }

  /** What is, and not what was asked for: something newer may have been asked for meanwhile. */
  private List<Notice> notices(StudyCall call, StudySocket socket, boolean on) {
    List<Recipient> others = Peers.others(call, socket.user().id());
    return telling.messages(socket, on).stream()
        .map(message -> new Notice(others, message))
        .toList();
  }

  /** Of two functions that tell two states the slower may tell the older one. */
  private List<Notice> newer(String studyId, StudySocket socket, boolean told) {
    return calls
        .findNow(studyId)
        .filter(call -> LeaveRoom.isOn(call, socket) && isOn(call, socket) != told)
        .map(call -> notices(call, socket, !told))
        .orElse(List.of());
  }

  private boolean isOn(StudyCall call, StudySocket socket) {
    return call.find(socket.user().id()).filter(it -> it.is(state)).isPresent();
  }

  private StudyCall toggled(StudyCall call, StudySocket socket, boolean on, Instant now) {
    if (!LeaveRoom.isOn(call, socket)) {
      throw SenderLookup.notInRoom();
    }
    return call.toggle(socket.user().id(), state, on, now);
  }

  private static Message changed(String event, StudySocket sender) {
    return Message.of(event).with("socketId", sender.socketId()).with("userId", sender.user().id());
  }
}
