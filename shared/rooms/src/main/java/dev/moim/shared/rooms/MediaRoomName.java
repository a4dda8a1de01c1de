package dev.moim.shared.rooms;

import java.util.Optional;

/**
 * What the media server calls a room: license and room id, since one media server knows nothing of
 * tenants and two of them may use the same room id.
 */
public record MediaRoomName(String licenseId, String roomId) {

  /** Ids of licenses are letters and digits, so the first one ends them. */
  private static final char SEPARATOR = '.';

  /** The room such a name stands for; empty for rooms that somebody else made on the server. */
  public static Optional<MediaRoomName> parse(String text) {
    int end = text.indexOf(SEPARATOR);
    return end <= 0 || end == text.length() - 1
        ? Optional.empty()
        : Optional.of(new MediaRoomName(text.substring(0, end), text.substring(end + 1)));
  }

  public String text() {
    return licenseId + SEPARATOR + roomId;
  }
}
