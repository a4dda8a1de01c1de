package dev.moim.shared.media;

import java.time.Duration;

/** Lets users into rooms of the media server. Needs no connection to it. */
public interface MediaTokens {

  Duration LIFE = Duration.ofHours(24);

  /** A token to join a room, subscribe, send data and publish as this user. */
  String mint(MediaRoomName room, String identity, MediaGrants grants);

  /**
   * The same for somebody who may publish everything.
   *
   * @param roomAdmin whether its bearer may also mute and remove others there
   */
  default String mint(MediaRoomName room, String identity, boolean roomAdmin) {
    return mint(room, identity, MediaGrants.usual().withRoomAdmin(roomAdmin));
  }
}
