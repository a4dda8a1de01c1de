package dev.moim.calls.room;

import dev.moim.calls.Claim;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.LookUntilTrue;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.List;
import java.util.Map;

/** {@code leaveRoom}: gives the seat up. */
public final class LeaveRoom implements Operation {

  private final Membership membership;
  private final FreeSeat freeSeat;
  private final Rooms rooms;

  public LeaveRoom(Membership membership, FreeSeat freeSeat, Rooms rooms) {
    this.rooms = rooms;
    this.membership = membership;
    this.freeSeat = freeSeat;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    return freeSeat
        .leave(room, new SeatHolder(claim.userId(), sender.connectionId()), sender.receivedAt())
        .map(left -> left(left, claim))
        .orElseGet(() -> Outcome.reply(Map.of("roomId", room.roomId())));
  }

  private Outcome left(Room left, Claim claim) {
    Outcome outcome =
        Outcome.reply(Map.of("roomId", left.roomId(), "rev", left.rev()))
            .telling(FreeSeat.notice(left, claim.userId()));
    MemberNews news = new MemberNews(left, claim.userId());
    return LookUntilTrue.after(
        outcome, () -> rooms.findNow(left.key()).map(news::since).orElse(List.of()));
  }
}
