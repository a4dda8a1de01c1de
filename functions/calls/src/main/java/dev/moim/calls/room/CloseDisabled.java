package dev.moim.calls.room;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
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

  /** Other timers wait for this one, so it leaves what takes longer to the schedule. */
  private static final int MOST_BY_TIMER = 50;

  private final LicenseControl control;
  private final Licenses licenses;
  private final Rooms rooms;
  private final RoomDirectory directory;
  private final EndRoom endRoom;
  private final Outbox outbox;
  private final Timers timers;

  public CloseDisabled(
      LicenseControl control,
      Licenses licenses,
      Rooms rooms,
      RoomDirectory directory,
      EndRoom endRoom,
      Outbox outbox,
      Timers timers) {
    this.control = control;
    this.licenses = licenses;
    this.rooms = rooms;
    this.directory = directory;
    this.endRoom = endRoom;
    this.outbox = outbox;
    this.timers = timers;
  }

  /** Runs now and once more in half a minute. */
  public void runTwice() {
    timers.set(new Timer(TIMER, Map.of()), HALFWAY);
    run(Integer.MAX_VALUE);
  }

  /**
   * When the {@link #TIMER} fires.
   *
   * @param timer says nothing more
   */
  public void onTimer(Timer timer) {
    run(MOST_BY_TIMER);
  }

  /** What fails for one license fails once the others are done. */
  private void run(int mostRooms) {
    int left = mostRooms;
    Optional<RuntimeException> failure = Optional.empty();
    for (String licenseId : control.disabledIds()) {
      try {
        Optional<License> license = licenses.find(licenseId).filter(found -> !found.enabled());
        left -= license.isPresent() ? close(license.get(), left) : 0;
      } catch (RuntimeException failed) {
        failure = Optional.of(failed);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /**
   * A room that is counted and not there is left to the reconciliation: it may be about to be made.
   * The license stays marked until then.
   *
   * @return how many rooms it has ended
   */
  private int close(License license, int mostRooms) {
    int ended = 0;
    for (RoomFacts open : directory.everyOne(license.id())) {
      if (ended == mostRooms) {
        return ended;
      }
      Optional<Room> last = rooms.findNow(open.key()).flatMap(endRoom::end);
      last.ifPresent(room -> outbox.send(farewells(room)));
      ended += last.isPresent() ? 1 : 0;
    }
    control.settle(license.id());
    return ended;
  }

  private static List<Notice> farewells(Room room) {
    return room.inOrder().stream().map(seat -> EndRoom.farewell(room, seat)).toList();
  }
}
