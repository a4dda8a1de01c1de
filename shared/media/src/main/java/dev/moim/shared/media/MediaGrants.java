package dev.moim.shared.media;

import dev.moim.shared.rooms.MediaSource;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a token lets its bearer do in a room besides watching and sending data.
 *
 * @param roomAdmin whether they may also mute and remove others there
 * @param sources what they may publish
 */
public record MediaGrants(boolean roomAdmin, Set<MediaSource> sources) {

  public MediaGrants {
    sources = Set.copyOf(sources);
  }

  /** May publish everything. */
  public static MediaGrants usual() {
    return new MediaGrants(false, EnumSet.allOf(MediaSource.class));
  }

  public MediaGrants withRoomAdmin(boolean admin) {
    return new MediaGrants(admin, sources);
  }

  /** Whether nothing that can be published is left out. */
  public boolean publishEverything() {
    return sources.size() == MediaSource.values().length;
  }
}
