package dev.moim.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.EachLicense;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.EmptyRooms;
import dev.moim.shared.rooms.EndedRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Ends, on a schedule, rooms that were meant to stay and that nobody has been in for long: each
 * counts against its license's limit, and whoever is in none of them cannot end it.
 */
public final class ExpireRooms {

  private final EachLicense each;
  private final Licenses licenses;
  private final Rooms rooms;
  private final RoomDirectory directory;
  private final EmptyRooms emptyRooms;
  private final Duration life;
  private final Clock clock;

  /**
   * @param life how long a room may be empty
   */
  public ExpireRooms(
      EachLicense each,
      Licenses licenses,
      Rooms rooms,
      RoomDirectory directory,
      EmptyRooms emptyRooms,
      Duration life,
      Clock clock) {
    this.each = each;
    this.licenses = licenses;
    this.rooms = rooms;
    this.directory = directory;
    this.emptyRooms = emptyRooms;
    this.life = life;
    this.clock = clock;
  }

  public void run() {
    each.run(this::expire);
  }

  private void expire(String licenseId) {
    Instant now = clock.instant();
    List<RoomKey> open = directory.everyOne(licenseId).stream().map(RoomFacts::key).toList();
    rooms.findAll(open).stream()
        .filter(room -> !room.destroy() && room.seats().isEmpty())
        .filter(room -> overdue(room, now))
        .filter(rooms::deleteIfEmpty)
        .forEach(new EndedRooms(rooms, licenses)::countOff);
  }

  private boolean overdue(Room room, Instant now) {
    return emptyRooms.note(room, now).filter(since -> !since.plus(life).isAfter(now)).isPresent();
  }
}
