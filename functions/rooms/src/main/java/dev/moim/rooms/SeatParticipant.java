package dev.moim.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.Media;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.Leases.Confirmed;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.Seats.Joined;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Holds participants to our seats, which are exact: a token outlives its lease, so its holder may
 * arrive when the room is full, or gone, or after having been thrown out or muted.
 */
public final class SeatParticipant {

  private final Leases leases;
  private final Seats seats;
  private final Supplier<Media> media;
  private final Supplier<Instant> lostBefore;

  /**
   * @param lostBefore seats of sockets lost before it may be given away in a full room
   */
  public SeatParticipant(
      Leases leases, Seats seats, Supplier<Media> media, Supplier<Instant> lostBefore) {
    this.leases = leases;
    this.seats = seats;
    this.media = media;
    this.lostBefore = lostBefore;
  }

  /** Seats a participant, or removes it from the media server. */
  void seat(RoomKey room, Participant participant) {
    Confirmed confirmed = leases.confirm(room, participant);
    switch (confirmed.what()) {
      case SEATED -> confirmed.room().ifPresent(now -> hold(now, participant));
      case OUTDATED -> {}
      case NO_SEAT -> take(room, participant);
      case NO_ROOM -> media.get().server().delete(room);
    }
  }

  /** The token may be older than what the host said since. */
  private void hold(Room room, Participant participant) {
    String identity = participant.identity();
    if (!room.permits().isFree(identity)) {
      media.get().server().permit(room.key(), identity, room.permits().of(identity));
    }
  }

  private void take(RoomKey room, Participant participant) {
    switch (seats.join(room, Seat.of(participant), lostBefore.get())) {
      case Joined.New(Room now) -> hold(now, participant);
      case Joined.Swapped(Room now, Seat _) -> hold(now, participant);
      case Joined.Back(Room now) -> hold(now, participant);
      case Joined.AlreadyIn(Room now) -> hold(now, participant);
      case Joined.Full _, Joined.Kicked _ ->
          media.get().server().remove(room, participant.identity());
      case Joined.NoRoom _ -> media.get().server().delete(room);
    }
  }
}
