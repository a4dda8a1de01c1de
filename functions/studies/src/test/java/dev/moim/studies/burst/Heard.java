package dev.moim.studies.burst;

import dev.moim.studies.SocketClient.Received;
import dev.moim.studies.call.MediaState;
import dev.moim.testkit.HeardNegotiation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client believes, which is what it was told last. */
final class Heard {

  final Set<String> present = new HashSet<>();
  final Set<String> online = new HashSet<>();
  final List<String> chat = new ArrayList<>();
  final HeardNegotiation negotiation = new HeardNegotiation();
  final List<String> errors = new ArrayList<>();

  private final Map<String, Set<MediaState>> on = new HashMap<>();
  private final Map<String, String> sockets = new HashMap<>();

  void hear(List<Received> events) {
    events.forEach(this::hear);
  }

  Set<MediaState> on(String user) {
    return on.getOrDefault(user, Set.of());
  }

  private void hear(Received received) {
    Map<String, @Nullable Object> data = received.data();
    String user = String.valueOf(data.get("userId"));
    switch (received.event()) {
      case "video:room-state" ->
          roomState((List<?>) Objects.requireNonNull(data.get("participants")));
      case "video:user-joined" -> {
        present.add(user);
        sockets.put(String.valueOf(data.get("socketId")), user);
      }
      case "video:user-left" -> {
        present.remove(user);
        on.remove(user);
      }
      case "video:peer-audio-changed" -> change(user, MediaState.AUDIO_MUTED, data.get("isMuted"));
      case "video:peer-video-changed" -> change(user, MediaState.VIDEO_OFF, data.get("isVideoOff"));
      case "video:peer-screen-share" ->
          change(user, MediaState.SCREEN_SHARED, data.get("isSharing"));
      case "chat:video-message-received" -> chat.add(String.valueOf(data.get("message")));
      case "presence:user-online" -> online.add(user);
      case "presence:user-offline" -> online.remove(user);
      case "study:online-users" -> {
        online.clear();
        ((List<?>) Objects.requireNonNull(data.get("users")))
            .forEach(one -> online.add(String.valueOf(((Map<?, ?>) one).get("userId"))));
      }
      case "video:offer" ->
          negotiation.describe(
              String.valueOf(data.get("from")), Objects.requireNonNull(data.get("offer")));
      case "video:ice-candidate" ->
          negotiation.candidate(
              String.valueOf(data.get("from")), Objects.requireNonNull(data.get("candidate")));
      case "error" -> errors.add(String.valueOf(data.get("message")));
      default -> {}
    }
  }

  private void roomState(List<?> participants) {
    present.clear();
    on.clear();
    for (Object one : participants) {
      Map<?, ?> peer = (Map<?, ?>) one;
      String user = String.valueOf(peer.get("userId"));
      present.add(user);
      change(user, MediaState.AUDIO_MUTED, peer.get("isMuted"));
      change(user, MediaState.VIDEO_OFF, peer.get("isVideoOff"));
      change(user, MediaState.SCREEN_SHARED, peer.get("isSharingScreen"));
    }
  }

  private void change(String user, MediaState state, @Nullable Object isOn) {
    Set<MediaState> states = on.computeIfAbsent(user, id -> EnumSet.noneOf(MediaState.class));
    if (Boolean.TRUE.equals(isOn)) {
      states.add(state);
    } else {
      states.remove(state);
    }
  }
}
