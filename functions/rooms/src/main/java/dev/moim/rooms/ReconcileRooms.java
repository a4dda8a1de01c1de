package dev.moim.rooms;

import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares, on a schedule, what we have with what the media server has, and repairs what a lost
 * event left behind: seats of people who are gone, people without a seat, rooms only one side has.
 */
public final class ReconcileRooms {

  /** Longer than a room waits at the media server for somebody to join it. */
  private static final Duration UNJOINED = MediaServer.EMPTY_TIMEOUT.plusMinutes(1);

  private final Licenses licenses;
  private final RoomDirectory directory;
  private final Rooms rooms;
  private final MediaRooms mediaRooms;
  private final SeatParticipant seatParticipant;
  private final FreeSeats freeSeats;
  private final CloseRoom close;
  private final Clock clock;

  public ReconcileRooms(
      Licenses licenses,
      RoomDirectory directory,
      Rooms rooms,
      MediaRooms mediaRooms,
      SeatParticipant seatParticipant,
      FreeSeats freeSeats,
      CloseRoom close,
      Clock clock) {
    this.licenses = licenses;
    this.directory = directory;
    this.rooms = rooms;
    this.mediaRooms = mediaRooms;
    this.seatParticipant = seatParticipant;
    this.freeSeats = freeSeats;
    this.close = close;
    this.clock = clock;
  }

  public void run(MediaServer server) {
    Map<RoomKey, MediaRoom> there = new HashMap<>();
    server.rooms().forEach(room -> there.put(room.key(), room));
    List<String> page = licenses.idsAfter("");
    while (!page.isEmpty()) {
      page.forEach(license -> reconcile(license, server, there));
      page = licenses.idsAfter(page.getLast());
    }
    there.values().forEach(room -> endUnknown(room, server));
  }

  /** What is left of {@code there} afterwards are rooms the license does not have. */
  private void reconcile(String license, MediaServer server, Map<RoomKey, MediaRoom> there) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<RoomFacts> page = directory.list(license, RoomDirectory.MAX_PAGE, cursor);
      for (RoomFacts facts : page.items()) {
        MediaRoom media = there.remove(facts.key());
        rooms.findNow(facts.key()).ifPresent(room -> repair(room, media, server));
      }
      cursor = page.next();
    } while (cursor.isPresent());
  }

  private void repair(Room room, @Nullable MediaRoom media, MediaServer server) {
    List<Participant> present = media == null ? List.of() : server.participants(media.key());
    if (media != null) {
      mediaRooms.started(media);
      present.forEach(participant -> seatParticipant.seat(media.key(), participant));
    }
    Optional<Room> tidied = freeSeats.ofAllBut(room, present);
    if (media == null && olderThan(UNJOINED, room.createdAt())) {
      tidied.ifPresent(close::ifEmpty);
    }
  }

  /** A moment ago it may just have been made here, before our own half of it. */
  private void endUnknown(MediaRoom media, MediaServer server) {
    if (olderThan(Duration.ofMinutes(1), media.createdAt())
        && rooms.findNow(media.key()).isEmpty()) {
      server.delete(media.key());
    }
  }

  private boolean olderThan(Duration age, long millis) {
    return millis < clock.instant().minus(age).toEpochMilli();
  }
}
