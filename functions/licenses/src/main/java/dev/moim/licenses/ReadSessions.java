package dev.moim.licenses;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.licenses.License;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomPosition;
import dev.moim.shared.rooms.Rooms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows a tenant its open rooms. They are the set of ids in its license, which bounds what it
 * costs: rooms of the past are never read, nor anybody else's.
 */
public final class ReadSessions {

  /** A line for a participant takes up to 900 bytes; Lambda refuses an answer of more than 6 MB. */
  private static final int MAX_PARTICIPANTS = 5_000;

  private final Rooms rooms;
  private final Clock clock;

  public ReadSessions(Rooms rooms, Clock clock) {
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
    Optional<RoomPosition> last = query.optionalText("cursor").map(RoomPosition::at);
    List<Room> open =
        rooms.findAll(tenant.roomKeys()).stream()
            .filter(room -> last.isEmpty() || RoomPosition.of(room).isAfter(last.get()))
            .sorted((one, other) -> RoomPosition.of(one).compareTo(RoomPosition.of(other)))
            .toList();
    return page(tenant, open, limit);
  }

  private Page<Session> page(License tenant, List<Room> open, int limit) {
    Instant now = clock.instant();
    List<Session> page = new ArrayList<>();
    int participants = 0;
    for (Room room : open) {
      participants += room.seats().size();
      if (page.size() == limit || participants > MAX_PARTICIPANTS) {
        return new Page<>(page, Optional.of(RoomPosition.of(open.get(page.size() - 1)).cursor()));
      }
      page.add(Session.of(tenant, room, now));
    }
    return new Page<>(page, Optional.empty());
  }

  /** One room; the license's own set says whether there is one, whatever the name may be. */
  public RoomState one(License tenant, String roomName) {
    return Optional.of(roomName)
        .filter(tenant.rooms()::contains)
        .flatMap(name -> rooms.find(tenant.room(name)))
        .map(RoomState::of)
        .orElseThrow(() -> new DomainException(LicenseError.ROOM_NOT_FOUND));
  }
}
