package dev.moim.calls.room;

import dev.moim.calls.Claim;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/** {@code memberList}: who is in the sender's room. */
public final class MemberList implements Operation {

  private final Membership membership;

  public MemberList(Membership membership) {
    this.membership = membership;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Room room = membership.require(sender, Claim.read(request));
    return Outcome.reply(
        Map.of("roomId", room.roomId(), "members", MemberView.all(room), "rev", room.rev()));
  }
}
