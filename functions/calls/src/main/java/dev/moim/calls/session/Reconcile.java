package dev.moim.calls.session;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.EachLicense;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.EndedRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.Rooms;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Repairs, on a schedule, what a lost event left behind in the rooms of every license. What fails
 * for one license stops no other.
 */
public final class Reconcile {

  private final Licenses licenses;
  private final Rooms rooms;
  private final RoomDirectory directory;
  private final RepairRoom repairRoom;
  private final EndedRooms ended;

  public Reconcile(Licenses licenses, Rooms rooms, RoomDirectory directory, RepairRoom repairRoom) {
    this.licenses = licenses;
    this.rooms = rooms;
    this.directory = directory;
    this.ended = new EndedRooms(rooms, licenses);
    this.repairRoom = repairRoom;
  }

  /**
   * @throws IllegalStateException once all licenses are done, if any of them failed
   */
  public void run() {
    new EachLicense(licenses).run(licenseId -> licenses.find(licenseId).ifPresent(this::reconcile));
  }

  /** What is counted without being there, what is there, and what had not quite ended. */
  private void reconcile(License license) {
    Set<RoomKey> listed = new LinkedHashSet<>();
    for (RoomLife counted : license.listedRooms()) {
      listed.add(counted.key());
      rooms
          .findNow(counted.key())
          .ifPresentOrElse(room -> compare(counted, room), () -> uncount(counted));
    }
    directory.everyOne(license.id()).forEach(facts -> listed.add(facts.key()));
    for (RoomKey key : listed) {
      rooms.findNow(key).ifPresentOrElse(repairRoom::repair, () -> ended.finish(key));
    }
    license.open().ended().stream()
        .filter(life -> rooms.recover(life.key()).filter(life::equals).isEmpty())
        .forEach(licenses::settle);
    licenses.tidy(license.id());
  }

  private void compare(RoomLife counted, Room room) {
    if (counted.equals(room.life())) {
      if (room.unlisted()) {
        licenses.unlist(counted);
      }
    } else if (room.unlisted()) {
      // It is counted without a name; this one's room was never made.
      licenses.closeRoom(counted);
    } else {
      // It was made on this count.
      licenses.countRoom(room.life());
    }
  }

  /**
   * Creation counts a room before making it; only a count that is still alone a moment later is
   * stale.
   */
  private void uncount(RoomLife counted) {
    ended.finish(counted.key());
    licenses.closeRoom(counted);
    if (rooms.findNow(counted.key()).filter(room -> counted.equals(room.life())).isPresent()) {
      licenses.countRoom(counted);
    }
  }
}
