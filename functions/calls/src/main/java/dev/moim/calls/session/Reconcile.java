package dev.moim.calls.session;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.EachLicense;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.Rooms;

/**
 * Repairs, on a schedule, what a lost event left behind in the rooms of every license. What fails
 * for one license stops no other.
 */
public final class Reconcile {

  private final Licenses licenses;
  private final Rooms rooms;
  private final RepairRoom repairRoom;

  public Reconcile(Licenses licenses, Rooms rooms, RepairRoom repairRoom) {
    this.licenses = licenses;
    this.rooms = rooms;
    this.repairRoom = repairRoom;
  }

  /**
   * @throws IllegalStateException once all licenses are done, if any of them failed
   */
  public void run() {
    new EachLicense(licenses).run(licenseId -> licenses.find(licenseId).ifPresent(this::reconcile));
  }

  private void reconcile(License license) {
    for (String roomId : license.rooms()) {
      RoomKey key = license.room(roomId);
      rooms.findNow(key).ifPresentOrElse(repairRoom::repair, () -> uncount(key));
    }
  }

  /**
   * Creation counts a room before making it; only a count that is still alone a moment later is
   * stale.
   */
  private void uncount(RoomKey key) {
    licenses.closeRoom(key);
    if (rooms.findNow(key).isPresent()) {
      licenses.countRoom(key);
    }
  }
}
