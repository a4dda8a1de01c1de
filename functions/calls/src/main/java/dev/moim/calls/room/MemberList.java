package dev.moim.calls.room;

import dev.moim.calls.Names;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import java.util.Map;

/** {@code memberList}: who is in the sender's room. */
public final class MemberList implements Operation {

  private final Membership membership;

  public MemberList(Membership membership) {
    this.membership = membership;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Room room = membership.require(sender, Names.userId(request), Names.roomId(request));
    return Outcome.reply(
        Map.of("roomId", room.roomId(), "members", MemberView.all(room), "rev", room.rev()));
  }
}
