package dev.moim.shared.media;

import dev.moim.shared.rooms.MediaSource;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a token lets its bearer do in a room besides watching and sending data.
 *
 * @param roomAdmin whether they may also mute and remove others there
 * @param sources what they may publish
 * @param life how long the token lets its bearer in; the server renews those of whoever is there
 */
public record MediaGrants(boolean roomAdmin, Set<MediaSource> sources, Duration life) {

  public MediaGrants {
    sources = Set.copyOf(sources);
  }

  public MediaGrants(boolean roomAdmin, Set<MediaSource> sources) {
    this(roomAdmin, sources, MediaTokens.LIFE);
  }

  /** May publish everything. */
  public static MediaGrants usual() {
    return new MediaGrants(false, EnumSet.allOf(MediaSource.class));
  }

  public MediaGrants withRoomAdmin(boolean admin) {
    return new MediaGrants(admin, sources, life);
  }

  public MediaGrants lasting(Duration other) {
    return new MediaGrants(roomAdmin, sources, other);
  }

  /** Whether nothing that can be published is left out. */
  public boolean publishEverything() {
    return sources.size() == MediaSource.values().length;
  }
}
