package dev.moim.shared.media;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaSource;
import dev.moim.shared.rooms.Participant;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The server that forwards the media of group calls. Every method may throw {@link
 * dev.moim.shared.kernel.DomainException} with {@link MediaError#MEDIA_UNAVAILABLE}; then it is
 * unknown whether the server did it, so each may be repeated.
 */
public interface MediaServer {

  /** How long the server keeps a room nobody has joined yet. */
  Duration EMPTY_TIMEOUT = Duration.ofMinutes(5);

  /**
   * Makes a room, or returns the one of that name.
   *
   * @param metadata shown to participants
   */
  MediaRoom create(RoomKey room, int capacity, String metadata);

  /** All rooms of all tenants. */
  List<MediaRoom> rooms();

  /** Ends a room and disconnects everybody in it; one that is gone already is fine. */
  void delete(RoomKey room);

  /** Who is in a room; nobody if it is gone. */
  default List<Participant> participants(RoomKey room) {
    return participants(MediaRoomName.of(room));
  }

  /** The same of a room that may be none of a license's. */
  List<Participant> participants(MediaRoomName name);

  /**
   * Says what a participant may publish from now on; what they publish already and may not any more
   * ends. One who is not there is fine: their next token says it.
   */
  void permit(RoomKey room, String identity, Set<MediaSource> sources);

  /**
   * Disconnects a participant; one who is gone already is fine. The tokens issued until now are
   * revoked where the server can (LiveKit Cloud does); elsewhere they let the participant in again
   * until the event of that is handled.
   */
  default void remove(RoomKey room, String identity) {
    remove(MediaRoomName.of(room), identity);
  }

  /** The same of a room that may be none of a license's. */
  void remove(MediaRoomName room, String identity);
}
