package dev.moim.rooms;

import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.EachLicense;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares, on a schedule, what we have with what the media server has, and repairs what a lost
 * event left behind: seats of people who are gone, people without a seat, rooms only one side has.
 */
public final class ReconcileRooms {

  /** A room is made at the media server first: for a moment it is not in our table yet. */
  private static final Duration JUST_MADE = Duration.ofMinutes(1);

  private final EachLicense each;
  private final RoomDirectory directory;
  private final Rooms rooms;
  private final RepairRoom repairRoom;
  private final Clock clock;

  public ReconcileRooms(
      EachLicense each, RoomDirectory directory, Rooms rooms, RepairRoom repairRoom, Clock clock) {
    this.each = each;
    this.directory = directory;
    this.rooms = rooms;
    this.repairRoom = repairRoom;
    this.clock = clock;
  }

  public void run(MediaServer server) {
    Map<RoomKey, MediaRoom> there = new HashMap<>();
    server.rooms().forEach(room -> there.put(room.key(), room));
    try {
      each.run(license -> reconcile(license, server, there));
    } finally {
      // Those of a license that failed are in our table, and stay.
      there.values().forEach(room -> endUnknown(room, server));
    }
  }

  /** What is left of {@code there} afterwards are rooms the license does not have. */
  private void reconcile(String license, MediaServer server, Map<RoomKey, MediaRoom> there) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<RoomFacts> page = directory.list(license, RoomDirectory.MAX_PAGE, cursor);
      for (RoomFacts facts : page.items()) {
        MediaRoom media = there.remove(facts.key());
        rooms.findNow(facts.key()).ifPresent(room -> repairRoom.repair(room, media, server));
      }
      cursor = page.next();
    } while (cursor.isPresent());
  }

  private void endUnknown(MediaRoom media, MediaServer server) {
    if (media.createdAt() < clock.instant().minus(JUST_MADE).toEpochMilli()
        && rooms.findNow(media.key()).isEmpty()) {
      server.delete(media.key());
    }
  }
}
