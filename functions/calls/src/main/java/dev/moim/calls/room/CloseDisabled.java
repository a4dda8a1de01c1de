package dev.moim.calls.room;

import dev.moim.calls.Notice;
import dev.moim.calls.Notices;
import dev.moim.delivery.Timers;
import dev.moim.delivery.Timers.Timer;
import dev.moim.license.License;
import dev.moim.license.LicenseControl;
import dev.moim.license.Licenses;
import dev.moim.rooms.Room;
import dev.moim.rooms.Rooms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends every room of licenses that were disabled, whichever family opened it. */
public final class CloseDisabled {

  /** The timer of the run between two of the schedule. */
  public static final String TIMER = "closeDisabled";

  /** Schedules run at most once a minute, and a room is to be gone within that. */
  private static final Duration HALFWAY = Duration.ofSeconds(30);

  private final LicenseControl control;
  private final Licenses licenses;
  private final Rooms rooms;
  private final EndRoom endRoom;
  private final Notices notices;
  private final Timers timers;

  public CloseDisabled(
      LicenseControl control,
      Licenses licenses,
      Rooms rooms,
      EndRoom endRoom,
      Notices notices,
      Timers timers) {
    this.control = control;
    this.licenses = licenses;
    this.rooms = rooms;
    this.endRoom = endRoom;
    this.notices = notices;
    this.timers = timers;
  }

  /** Runs now and once more in half a minute. */
  public void runTwice() {
    timers.set(new Timer(TIMER, Map.of()), HALFWAY);
    run();
  }

  public void run() {
    for (String licenseId : control.disabledIds()) {
      licenses.find(licenseId).filter(license -> !license.enabled()).ifPresent(this::close);
    }
  }

  /**
   * A room that is counted and not there is left to the reconciliation: it may be about to be made.
   * The license stays marked until then.
   */
  private void close(License license) {
    for (String roomId : license.rooms()) {
      Optional<Room> last = rooms.findNow(roomId, license.id()).flatMap(endRoom::end);
      last.ifPresent(room -> notices.send(farewells(room)));
    }
    control.settle(license.id());
  }

  private static List<Notice> farewells(Room room) {
    return room.inOrder().stream().map(seat -> EndRoom.farewell(room, seat)).toList();
  }
}
