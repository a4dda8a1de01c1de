package dev.moim.studies.view;

import dev.moim.studies.User;
import dev.moim.studies.call.Kind;
import dev.moim.studies.call.Participant;
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
  public static Map<String, @Nullable Object> present(String socketId, Participant peer) {
    Map<String, @Nullable Object> view = newcomer(socketId, peer.user());
    view.put("isMuted", peer.is(Kind.AUDIO_MUTED));
    view.put("isVideoOff", peer.is(Kind.VIDEO_OFF));
    view.put("isSharingScreen", peer.is(Kind.SCREEN));
    view.put("joinedAt", TimeView.of(peer.joinedAt()));
    return view;
  }
}
