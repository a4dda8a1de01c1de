package dev.moim.calls.relay;

import dev.moim.calls.room.Tell;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.negotiation.PairKey;
import java.util.Optional;

/** Where the receiving member of a pair is at this moment. */
public final class FindRecipient {

  private final Rooms rooms;

  public FindRecipient(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * @return empty if it has left, or the room is gone
   */
  public Optional<Recipient> now(PairKey pair) {
    return rooms
        .findNow(Peers.roomOf(pair))
        .flatMap(room -> room.seat(pair.to()).map(seat -> Tell.recipient(room, seat)));
  }
}
