package dev.moim.rooms;

import dev.moim.shared.licenses.EachLicense;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.EmptyRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends, on a schedule, rooms that were meant to stay and that nobody has been in for long: each
 * counts against its license's limit, and whoever is in none of them cannot end it.
 */
public final class ExpireRooms {

  private final EachLicense each;
  private final Licenses licenses;
  private final Rooms rooms;
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
      EmptyRooms emptyRooms,
      Duration life,
      Clock clock) {
    this.each = each;
    this.licenses = licenses;
    this.rooms = rooms;
    this.emptyRooms = emptyRooms;
    this.life = life;
    this.clock = clock;
  }

  public void run() {
    each.run(licenseId -> licenses.find(licenseId).ifPresent(this::expire));
  }

  private void expire(License license) {
    Instant now = clock.instant();
    rooms.findAll(license.roomKeys()).stream()
        .filter(room -> !room.destroy() && room.seats().isEmpty())
        .filter(room -> overdue(room, now))
        .filter(rooms::deleteIfEmpty)
        .map(Room::key)
        .forEach(licenses::closeRoom);
  }

  private boolean overdue(Room room, Instant now) {
    return emptyRooms.note(room, now).filter(since -> !since.plus(life).isAfter(now)).isPresent();
  }
}
