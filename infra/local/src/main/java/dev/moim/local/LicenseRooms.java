package dev.moim.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.EndedRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** {@code ./moim license rooms}: what counts against a license's room limit, and an end of it. */
final class LicenseRooms {

  /** As long as a deployment may let a lost socket keep its seat. */
  private static final Duration LONGEST_GRACE = Duration.ofMinutes(15);

  private final Licenses licenses;
  private final Rooms rooms;
  private final RoomDirectory directory;
  private final Clock clock;

  LicenseRooms(LicenseTable table, Clock clock) {
    licenses = table.licenses();
    rooms = table.rooms();
    directory = table.directory();
    this.clock = clock;
  }

  /** One a line, the oldest first. */
  String list(License license) {
    return rooms
        .findAll(directory.everyOne(license.id()).stream().map(RoomFacts::key).toList())
        .stream()
        .sorted((one, other) -> Long.compare(one.createdAt(), other.createdAt()))
        .map(room -> describe(room).toString())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Ends a room nobody is in over a socket: those who are would not be told.
   *
   * @throws IllegalStateException if there is none, or somebody is in it
   */
  String delete(License license, String roomId) {
    Room room =
        rooms
            .findNow(license.room(roomId))
            .orElseThrow(() -> new IllegalStateException("There is no room " + roomId + "."));
    if (room.hasMemberOnSocket(clock.instant().minus(LONGEST_GRACE))) {
      throw new IllegalStateException(
          "Somebody is in " + roomId + ": its host ends it, or ./moim license disable does.");
    }
    rooms.delete(room).ifPresent(new EndedRooms(rooms, licenses)::countOff);
    return describe(room).toPrettyString();
  }

  private static ObjectNode describe(Room room) {
    return Json.object()
        .put("roomId", room.roomId())
        .put("title", room.title())
        .put("media", room.media())
        .put("members", room.seats().size())
        .put("capacity", room.capacity())
        .put("staysWhenEmpty", !room.destroy())
        .put("createdBy", room.createdBy())
        .put("createdAt", Instant.ofEpochMilli(room.createdAt()).toString());
  }
}
