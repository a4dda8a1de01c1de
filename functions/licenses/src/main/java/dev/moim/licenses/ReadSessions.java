package dev.moim.licenses;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Utf8;
import dev.moim.shared.licenses.License;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.RoomPosition;
import dev.moim.shared.rooms.Rooms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a tenant its open rooms, from the index of a license's rooms: rooms of the past are never
 * read, nor anybody else's, nor more than a page holds.
 */
public final class ReadSessions {

  /** A line for a participant takes up to 900 bytes; Lambda refuses an answer of more than 6 MB. */
  private static final int MAX_PARTICIPANTS = 5_000;

  private final RoomDirectory directory;
  private final Rooms rooms;
  private final Clock clock;

  public ReadSessions(RoomDirectory directory, Rooms rooms, Clock clock) {
    this.directory = directory;
    this.rooms = rooms;
    this.clock = clock;
  }

  /**
   * The newest first, all of them unless they are too many for one answer.
   *
   * @param query may hold {@code limit}, how many at most, and {@code cursor} of the answer before
   */
  public Page<Session> list(License tenant, Fields query) {
    int limit = query.optionalInt("limit", 1, License.MAX_ROOMS).orElse(License.MAX_ROOMS);
    Sessions sessions = new Sessions(tenant, limit);
    Optional<String> cursor = query.optionalText("cursor");
    do {
      var page = directory.listAll(tenant.id(), limit - sessions.page.size(), cursor);
      cursor = sessions.add(open(page.items()), page.next());
    } while (cursor.isPresent() && !sessions.full());
    return new Page<>(sessions.page, cursor);
  }

  /** In their order; the index is a moment behind, so a room may be gone. */
  private List<Room> open(List<RoomFacts> listed) {
    List<RoomKey> keys = listed.stream().map(RoomFacts::key).toList();
    Map<RoomKey, Room> found = new HashMap<>();
    rooms.findAll(keys).forEach(room -> found.put(room.key(), room));
    return keys.stream().flatMap(key -> Optional.ofNullable(found.get(key)).stream()).toList();
  }

  /** An answer being written. */
  private final class Sessions {

    private final License tenant;
    private final int limit;
    private final Instant now = clock.instant();
    private final List<Session> page = new ArrayList<>();
    private int participants;

    Sessions(License tenant, int limit) {
      this.tenant = tenant;
      this.limit = limit;
    }

    /** Where the list goes on. */
    Optional<String> add(List<Room> open, Optional<String> next) {
      for (Room room : open) {
        participants += room.seats().size();
        if (participants > MAX_PARTICIPANTS && !page.isEmpty()) {
          return Optional.of(RoomPosition.of(page.getLast().room()).cursor());
        }
        page.add(Session.of(tenant, room, now));
      }
      return next;
    }

    boolean full() {
      return page.size() == limit || participants > MAX_PARTICIPANTS;
    }
  }

  /** One room, if there is one of that name, whatever the name may be. */
  public RoomState one(License tenant, String roomName) {
    return Optional.of(roomName)
        .filter(name -> !name.isEmpty() && Utf8.bytes(name) <= RoomPosition.MAX_ID_BYTES)
        .flatMap(name -> rooms.find(tenant.room(name)))
        .map(RoomState::of)
        .orElseThrow(() -> new DomainException(LicenseError.ROOM_NOT_FOUND));
  }
}
