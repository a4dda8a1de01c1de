package dev.moim.calls.relay;

import dev.moim.calls.CallError;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Tell;
import dev.moim.calls.ToMember;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/**
 * {@code sdp} and {@code candidate}: carries an offer, answer or ICE candidates to another member,
 * as they were sent. Naming the {@code roomId} spares the server looking for the room they share.
 */
public final class Relay implements Operation {

  private final String eventOp;
  private final Membership membership;

  /**
   * @param eventOp also the name of the field that must be there: {@code sdp} or {@code candidate}
   */
  public Relay(String eventOp, Membership membership) {
    this.eventOp = eventOp;
    this.membership = membership;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    ToMember to = ToMember.read(request);
    request.requiredRaw(eventOp);
    Room room = membership.require(sender, to);
    if (room.media()) {
      throw new DomainException(
          CallError.UNKNOWN_OPERATION, "media of this room goes through its media server");
    }
    Notice relayed =
        Tell.member(room, Membership.target(room, to.target()), asSentBy(to.userId(), request));
    Outcome outcome =
        request.raw("reqId") == null
            ? Outcome.silent()
            : Outcome.reply(Map.of("roomId", room.roomId()));
    return outcome.telling(relayed);
  }

  /** The message as it was, with the proven sender in place of whatever the body claimed. */
  private Message asSentBy(String userId, Fields request) {
    return new Message(eventOp, request.values()).with("user", userId).with("sender", userId);
  }
}
