package dev.moim.shared.media;

import java.time.Duration;

/** Lets users into rooms of the media server. Needs no connection to it. */
public interface MediaTokens {

  Duration LIFE = Duration.ofHours(24);

  /**
   * A token to join a room, publish, subscribe and send data as this user for {@link #LIFE}.
   *
   * @param roomAdmin whether its bearer may also mute and remove others there
   */
  String mint(MediaRoomName room, String identity, boolean roomAdmin);
}
