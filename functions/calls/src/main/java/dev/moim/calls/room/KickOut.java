package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.CallFields;
import dev.moim.calls.Claim;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/**
 * {@code kickOut}: the host removes a member, whose user id, socket and media identity stay out for
 * the room's life.
 */
public final class KickOut implements Operation {

  /** The set lives in the room's item; a host who needs more should close the room. */
  private static final int MAX_KICKED = 200;

  private final Membership membership;
  private final Seats seats;
  private final Connections connections;
  private final GroupMedia media;

  public KickOut(Membership membership, Seats seats, Connections connections, GroupMedia media) {
    this.membership = membership;
    this.seats = seats;
    this.connections = connections;
    this.media = media;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    String targetId = CallFields.target(request);
    Room room = membership.require(sender, claim);
    Membership.requireHost(room, claim.userId());
    Membership.target(room, targetId);
    if (targetId.equals(claim.userId())) {
      throw FieldException.invalid("target", "another member");
    }
    if (room.kicked() >= MAX_KICKED) {
      throw new DomainException(CallError.TOO_MUCH);
    }
    Departure kicked =
        seats.kick(room, targetId).orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET));
    Room left = kicked.now();
    Seat seat = kicked.seat();
    media.left(left, targetId);
    if (seat.hasSocket()) {
      connections.exit(seat.holder(), room.key());
    }
    Message presence = Presence.of("kickOut", left).with("user", targetId).with("rev", left.rev());
    return Outcome.reply(Map.of("roomId", room.roomId(), "rev", left.rev()))
        .telling(Tell.member(left, seat, presence))
        .telling(FreeSeat.notices(kicked));
  }
}
