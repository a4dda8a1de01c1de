package dev.moim.calls.room;

import dev.moim.calls.Claim;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Departure;
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
        .map(this::left)
        .orElseGet(() -> Outcome.reply(Map.of("roomId", room.roomId())));
  }

  private Outcome left(Departure departure) {
    Room left = departure.now();
    Outcome outcome =
        Outcome.reply(Map.of("roomId", left.roomId(), "rev", left.rev()))
            .telling(FreeSeat.notices(departure));
    MemberNews news = new MemberNews(left, departure.userId());
    return LookUntilTrue.after(
        outcome, () -> rooms.findNow(left.key()).map(news::since).orElse(List.of()));
  }
}
