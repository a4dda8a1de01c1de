package dev.moim.studies.view;

import dev.moim.studies.User;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.MediaState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those who take part in a call over a socket, as the others are told of them. */
public final class PeerView {

  private PeerView() {}

  /** Somebody who comes. */
  public static Map<String, @Nullable Object> newcomer(String socketId, User user) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("socketId", socketId);
    view.put("userId", user.id());
    view.put("user", UserView.of(user));
    return view;
  }

  /** Somebody who is there when another comes. */
  public static Map<String, @Nullable Object> present(String socketId, CallParticipant peer) {
    Map<String, @Nullable Object> view = newcomer(socketId, peer.user());
    view.put("isMuted", peer.is(MediaState.AUDIO_MUTED));
    view.put("isVideoOff", peer.is(MediaState.VIDEO_OFF));
    view.put("isSharingScreen", peer.is(MediaState.SCREEN_SHARED));
    view.put("joinedAt", TimeView.of(peer.joinedAt()));
    return view;
  }
}
