package dev.moim.calls.media;

import dev.moim.calls.CallError;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaGrants;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.json.Metadata;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The media server's side of a video room. Making a room and minting tokens happen at once; what
 * follows from a departure happens by timer, so that it is repeated until the media server answers,
 * and the functions that cause it do without its client.
 */
public final class GroupMedia {

  /** Disconnects somebody who has no seat any more. */
  public static final String REMOVE = "mediaRemove";

  /** Tells the media server what a member may publish. */
  public static final String PERMIT = "mediaPermit";

  /** Ends the media of a room that is gone. */
  public static final String CLOSE = "mediaClose";

  private final Supplier<Media> media;
  private final Licenses licenses;
  private final Rooms rooms;
  private final Timers timers;

  public GroupMedia(Supplier<Media> media, Licenses licenses, Rooms rooms, Timers timers) {
    this.media = media;
    this.licenses = licenses;
    this.rooms = rooms;
    this.timers = timers;
  }

  /**
   * Makes the room at the media server, with its capacity.
   *
   * @throws dev.moim.shared.kernel.DomainException if there is no media server or it does not
   *     answer
   */
  public MediaRoom open(Room room) {
    return media.get().server().create(room.key(), room.capacity(), Metadata.of(room));
  }

  /**
   * Where to connect and what to show there; the token is good for this room and user only.
   *
   * @throws DomainException {@link CallError#LICENSE_REFUSES} from the moment on in which the
   *     license was disabled: its rooms end within a minute, a token lasts for a day
   */
  public Map<String, String> access(Room room, String userId) {
    if (licenses.find(room.licenseId()).filter(License::enabled).isEmpty()) {
      throw new DomainException(CallError.LICENSE_REFUSES, "the license is disabled");
    }
    Media there = media.get();
    MediaGrants grants = new MediaGrants(false, room.permits().sources(userId));
    String token = there.tokens().mint(MediaRoomName.of(room.key()), userId, grants);
    return Map.of("url", there.clientUrl(), "token", token);
  }

  /** After a member has left or was kicked. Rooms without media need nothing. */
  public void left(Room room, String userId) {
    if (room.media()) {
      timers.set(timer(REMOVE, room, userId), Duration.ZERO);
    }
  }

  /** After the host has said what a member may publish. */
  public void permitted(Room room, String userId) {
    if (room.media()) {
      timers.set(timer(PERMIT, room, userId), Duration.ZERO);
    }
  }

  /** When a {@link #PERMIT} timer fires: as the host has said by then. */
  public void onPermit(Timer timer) {
    String userId = timer.get("userId");
    rooms
        .findNow(keyOf(timer))
        .ifPresent(room ->
            media.get().server().permit(room.key(), userId, room.permits().sources(userId)));
  }

  /** After a room was taken away. */
  public void closed(Room room) {
    if (room.media()) {
      timers.set(timer(CLOSE, room, ""), Duration.ZERO);
    }
  }

  /** When a {@link #REMOVE} timer fires: whoever has come back meanwhile stays. */
  public void onRemove(Timer timer) {
    RoomKey key = keyOf(timer);
    String userId = timer.get("userId");
    boolean seated = rooms.findNow(key).filter(room -> room.seat(userId).isPresent()).isPresent();
    if (!seated) {
      media.get().server().remove(key, userId);
    }
  }

  /** When a {@link #CLOSE} timer fires: a room of the same id may have been made anew. */
  public void onClose(Timer timer) {
    RoomKey key = keyOf(timer);
    if (rooms.findNow(key).isEmpty()) {
      media.get().server().delete(key);
    }
  }

  private static Timer timer(String kind, Room room, String userId) {
    return new Timer(
        kind, Map.of("licenseId", room.licenseId(), "roomId", room.roomId(), "userId", userId));
  }

  private static RoomKey keyOf(Timer timer) {
    return new RoomKey(timer.get("licenseId"), timer.get("roomId"));
  }
}
