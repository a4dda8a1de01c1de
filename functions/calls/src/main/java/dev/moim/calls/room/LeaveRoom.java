package dev.moim.calls.room;

import dev.moim.calls.Claim;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/** {@code leaveRoom}: gives the seat up. */
public final class LeaveRoom implements Operation {

  private final Membership membership;
  private final FreeSeat freeSeat;

  public LeaveRoom(Membership membership, FreeSeat freeSeat) {
    this.membership = membership;
    this.freeSeat = freeSeat;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    return freeSeat
        .leave(room, new SeatHolder(claim.userId(), sender.connectionId()))
        .map(left ->
            Outcome.reply(Map.of("roomId", left.roomId(), "rev", left.rev()))
                .telling(FreeSeat.notice(left, claim.userId())))
        .orElseGet(() -> Outcome.reply(Map.of("roomId", room.roomId())));
  }
}
