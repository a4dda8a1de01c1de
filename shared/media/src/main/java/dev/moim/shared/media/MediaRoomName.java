package dev.moim.shared.media;

import dev.moim.shared.kernel.RoomKey;
import java.util.Optional;

/**
 * What the media server calls a room. It knows nothing of tenants, so the name of a license's room
 * holds both of its ids; other families name theirs without a dot.
 */
public record MediaRoomName(String text) {

  /** Ids of licenses are letters and digits, so the first one ends them. */
  private static final char SEPARATOR = '.';

  public static MediaRoomName of(RoomKey room) {
    return new MediaRoomName(room.licenseId() + SEPARATOR + room.roomId());
  }

  /** The license's room of this name; empty for a name of any other form. */
  public Optional<RoomKey> key() {
    int end = text.indexOf(SEPARATOR);
    return end <= 0 || end == text.length() - 1
        ? Optional.empty()
        : Optional.of(new RoomKey(text.substring(0, end), text.substring(end + 1)));
  }
}
