package dev.moim.calls.session;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.Rooms;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repairs, on a schedule, what a lost event left behind in the rooms of every license. What fails
 * for one license stops no other.
 */
public final class Reconcile {

  private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);

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
    int failed = 0;
    for (List<String> page = licenses.idsAfter(""); !page.isEmpty(); ) {
      for (String licenseId : page) {
        failed += reconcile(licenseId) ? 0 : 1;
      }
      page = licenses.idsAfter(page.getLast());
    }
    if (failed > 0) {
      throw new IllegalStateException(failed + " licenses could not be reconciled");
    }
  }

  private boolean reconcile(String licenseId) {
    try {
      licenses.find(licenseId).ifPresent(this::reconcile);
      return true;
    } catch (RuntimeException failed) {
      LOG.error("license {} could not be reconciled", licenseId, failed);
      return false;
    }
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
