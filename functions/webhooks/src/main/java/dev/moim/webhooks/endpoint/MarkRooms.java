package dev.moim.webhooks.endpoint;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.Rooms;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Marks the rooms that a license has open already, so that its servers are told of them: at most
 * {@link dev.moim.shared.licenses.License#MAX_ROOMS}. Repeating it costs a look at each.
 */
public final class MarkRooms {

  /**
   * A function that counted its room before the license was marked is about to make it, and does
   * not know that the room is to be told of. The waits for it double, to 930 ms in all.
   */
  private static final int LOOKS = 5;

  private static final Duration FIRST_WAIT = Duration.ofMillis(30);

  private final Licenses licenses;
  private final RoomDirectory directory;
  private final Rooms rooms;
  private final Consumer<Duration> pause;

  /**
   * @param pause waits this long
   */
  public MarkRooms(
      Licenses licenses, RoomDirectory directory, Rooms rooms, Consumer<Duration> pause) {
    this.licenses = licenses;
    this.directory = directory;
    this.rooms = rooms;
    this.pause = pause;
  }

  /** The license is marked already: what is counted from now on is made with a mark. */
  void of(String licenseId) {
    Set<RoomKey> marked = new HashSet<>();
    for (int look = 0; look < LOOKS; look++) {
      Set<RoomKey> left = open(licenseId);
      left.removeAll(marked);
      for (Room room : rooms.findAll(left)) {
        if (!room.told()) {
          rooms.tell(room.key());
        }
        marked.add(room.key());
      }
      left.removeAll(marked);
      if (left.isEmpty()) {
        return;
      }
      pause.accept(FIRST_WAIT.multipliedBy(1L << look));
    }
  }

  /** By name, which is never behind; of a license with many from the index, which may be. */
  private Set<RoomKey> open(String licenseId) {
    Set<RoomKey> open = new HashSet<>();
    licenses
        .find(licenseId)
        .ifPresent(license -> license.rooms().forEach(id -> open.add(license.room(id))));
    directory.everyOne(licenseId).forEach(room -> open.add(room.key()));
    return open;
  }
}
