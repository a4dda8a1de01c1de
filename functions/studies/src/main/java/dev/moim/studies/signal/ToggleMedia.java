package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.LookUntilTrue;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
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

  private final SenderLookup senders;
  private final Calls calls;
  private final MediaState state;
  private final Predicate<Fields> switchedOn;

  private ToggleMedia(
      SenderLookup senders, Calls calls, MediaState state, Predicate<Fields> switchedOn) {
    this.senders = senders;
    this.calls = calls;
    this.state = state;
    this.switchedOn = switchedOn;
  }

  /** {@code video:toggle-audio}. */
  public static ToggleMedia audio(SenderLookup senders, Calls calls) {
    return new ToggleMedia(senders, calls, MediaState.AUDIO_MUTED, data -> data.flag("isMuted"));
  }

  /** {@code video:toggle-video}. */
  public static ToggleMedia video(SenderLookup senders, Calls calls) {
    return new ToggleMedia(senders, calls, MediaState.VIDEO_OFF, data -> data.flag("isVideoOff"));
  }

  /** {@code video:screen-share-start} and {@code -stop}. */
  public static ToggleMedia screen(SenderLookup senders, Calls calls, boolean starts) {
    return new ToggleMedia(senders, calls, MediaState.SCREEN_SHARED, ignored -> starts);
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
    // What is, and not what was asked for: something newer may have been asked for meanwhile.
    PeerNews told = PeerNews.switched(socket, call, state);
    return LookUntilTrue.after(
        Outcome.ok().telling(MediaNews.of(call, socket, state)),
        () -> calls.findNow(studyId).map(told::since).orElse(List.of()));
  }

  private StudyCall toggled(StudyCall call, StudySocket socket, boolean on, Instant now) {
    SenderLookup.requireOn(call, socket);
    return call.toggle(socket.user().id(), state, on, now);
  }
}
