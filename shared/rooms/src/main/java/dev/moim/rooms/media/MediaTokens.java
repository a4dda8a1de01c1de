package dev.moim.rooms.media;

import java.time.Duration;

/** Lets users into rooms of the media server. Needs no connection to it. */
public interface MediaTokens {

  Duration LIFE = Duration.ofHours(24);

  /** A token to join this room, publish, subscribe and send data as this user for {@link #LIFE}. */
  String mint(MediaRoomName room, String identity);
}
