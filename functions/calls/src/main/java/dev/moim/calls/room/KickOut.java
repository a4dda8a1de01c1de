package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seats;
import java.util.Map;

/** {@code kickOut}: the host removes a member, who stays out for the room's life. */
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
    String userId = Names.userId(request);
    String targetId = Names.target(request);
    Room room = membership.require(sender, userId, Names.roomId(request));
    Membership.requireHost(room, userId);
    Seat target = Membership.target(room, targetId);
    if (targetId.equals(userId)) {
      throw FieldException.invalid("target", "another member");
    }
    if (room.kicked().size() >= MAX_KICKED) {
      throw new DomainException(CallError.TOO_MUCH);
    }
    Room left =
        seats.kick(room, targetId).orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET));
    media.left(left, targetId);
    if (target.hasSocket()) {
      connections.exit(target.connectionId(), room.roomId());
    }
    return Outcome.reply(Map.of("roomId", room.roomId(), "rev", left.rev()))
        .telling(
            Notice.to(
                left,
                target,
                Notice.presence(
                    "kickOut", "roomId", left.roomId(), "user", targetId, "rev", left.rev())),
            Leaving.notice(left, targetId));
  }
}
