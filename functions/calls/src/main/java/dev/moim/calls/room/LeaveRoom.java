package dev.moim.calls.room;

import dev.moim.calls.Names;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.SeatHolder;
import java.util.Map;

/** {@code leaveRoom}: gives the seat up. */
public final class LeaveRoom implements Operation {

  private final Membership membership;
  private final Leaving leaving;

  public LeaveRoom(Membership membership, Leaving leaving) {
    this.membership = membership;
    this.leaving = leaving;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    Room room = membership.require(sender, userId, Names.roomId(request));
    return leaving
        .leave(room, new SeatHolder(userId, sender.connectionId()))
        .map(left ->
            Outcome.reply(Map.of("roomId", left.roomId(), "rev", left.rev()))
                .telling(Leaving.notice(left, userId)))
        .orElseGet(() -> Outcome.reply(Map.of("roomId", room.roomId())));
  }
}
