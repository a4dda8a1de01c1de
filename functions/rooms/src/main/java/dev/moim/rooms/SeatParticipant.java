package dev.moim.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.Media;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.Leases.Confirmed;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seats.Joined;
import java.util.function.Supplier;

/**
 * Holds participants to our seats, which are exact: a token outlives its lease, so its holder may
 * arrive when the room is full, or gone, or after having been thrown out or muted.
 */
public final class SeatParticipant {

  private final Leases leases;
  private final TakeSeat takeSeat;
  private final TellMembers tell;
  private final Supplier<Media> media;

  public SeatParticipant(
      Leases leases, TakeSeat takeSeat, TellMembers tell, Supplier<Media> media) {
    this.leases = leases;
    this.takeSeat = takeSeat;
    this.tell = tell;
    this.media = media;
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

  /**
   * The token may be older than what the host said since. A member who is on a socket has been
   * there for the others before.
   */
  private void hold(Room room, Participant participant) {
    String identity = participant.identity();
    if (room.seat(identity).filter(seat -> !seat.hasSocket()).isPresent()) {
      tell.changed(room, identity);
    }
    if (!room.permits().allowAllMedia(identity)) {
      media.get().server().permit(room.key(), identity, room.permits().sources(identity));
    }
  }

  private void take(RoomKey room, Participant participant) {
    switch (takeSeat.join(room, Seat.of(participant))) {
      case Joined.New(Room now) -> hold(now, participant);
      case Joined.Swapped swapped -> hold(swapped.room(), participant);
      case Joined.Back(Room now) -> hold(now, participant);
      case Joined.AlreadyIn(Room now) -> hold(now, participant);
      case Joined.Full _, Joined.Kicked _, Joined.Locked _ ->
          media.get().server().remove(room, participant.identity());
      case Joined.NoRoom _ -> media.get().server().delete(room);
    }
  }
}
