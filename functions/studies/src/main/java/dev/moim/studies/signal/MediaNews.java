package dev.moim.studies.signal;

import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Recipient;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.StudyCall;
import java.util.List;
import java.util.stream.Stream;

/** What the others are told of somebody's microphone, camera and screen. */
final class MediaNews {

  private MediaNews() {}

  /** Tells everybody else of one state as it is now. */
  static List<Notice> of(StudyCall call, StudySocket about, MediaState state) {
    List<Recipient> others = Peers.others(call, about.user().id());
    boolean on = isOn(call, about, state);
    return messages(about.user().id(), about.socket(), state, on).stream()
        .map(message -> new Notice(others, message))
        .toList();
  }

  static boolean isOn(StudyCall call, StudySocket about, MediaState state) {
    return call.find(about.user().id()).filter(participant -> participant.is(state)).isPresent();
  }

  /** Tells everybody else of what is different from what it was. */
  static List<Notice> ofChanges(StudyCall before, StudyCall after, StudySocket about) {
    return Stream.of(MediaState.values())
        .filter(state -> isOn(before, about, state) != isOn(after, about, state))
        .flatMap(state -> of(after, about, state).stream())
        .toList();
  }

  /**
   * The document has one event for both ends of a shared screen; its real clients listen for two
   * others.
   */
  static List<Message> messages(String userId, PeerSocket over, MediaState state, boolean on) {
    return switch (state) {
      case AUDIO_MUTED ->
          List.of(changed("video:peer-audio-changed", userId, over).with("isMuted", on));
      case VIDEO_OFF ->
          List.of(changed("video:peer-video-changed", userId, over).with("isVideoOff", on));
      case SCREEN_SHARED ->
          List.of(
              changed("video:peer-screen-share", userId, over).with("isSharing", on),
              Message.of(on ? "video:screen-share-started" : "video:screen-share-stopped")
                  .with("socketId", over.socketId()));
    };
  }

  private static Message changed(String event, String userId, PeerSocket over) {
    return Message.of(event).with("socketId", over.socketId()).with("userId", userId);
  }
}
