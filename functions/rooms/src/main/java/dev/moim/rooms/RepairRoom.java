package dev.moim.rooms;

import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a room what the media server says of it: who is there has a seat, who is gone has none. */
public final class RepairRoom {

  /** Longer than a room waits at the media server for somebody to join it. */
  private static final Duration UNJOINED = MediaServer.EMPTY_TIMEOUT.plusMinutes(1);

  private final MediaRooms mediaRooms;
  private final SeatParticipant seatParticipant;
  private final FreeSeats freeSeats;
  private final CloseRoom close;
  private final Clock clock;

  public RepairRoom(
      MediaRooms mediaRooms,
      SeatParticipant seatParticipant,
      FreeSeats freeSeats,
      CloseRoom close,
      Clock clock) {
    this.mediaRooms = mediaRooms;
    this.seatParticipant = seatParticipant;
    this.freeSeats = freeSeats;
    this.close = close;
    this.clock = clock;
  }

  /**
   * @param media the room as the server has it; null if it has forgotten it
   */
  void repair(Room room, @Nullable MediaRoom media, MediaServer server) {
    List<Participant> present = media == null ? List.of() : server.participants(media.key());
    if (media != null) {
      mediaRooms.started(media);
      present.stream()
          .filter(participant -> !sits(room, participant))
          .forEach(participant -> seatParticipant.seat(media.key(), participant));
    }
    Optional<Room> tidied = freeSeats.ofAllBut(room, present);
    if (media == null && room.createdAt() < clock.instant().minus(UNJOINED).toEpochMilli()) {
      tidied.ifPresent(close::ifEmpty);
    }
  }

  private static boolean sits(Room room, Participant participant) {
    return room.present(participant.identity())
        .filter(seat -> seat.holder().equals(participant.holder()))
        .isPresent();
  }
}
