package dev.moim.calls.relay;

import dev.moim.calls.CallError;
import dev.moim.calls.ToMember;
import dev.moim.calls.relay.Peers.Ends;
import dev.moim.calls.relay.Peers.Found;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Tell;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.negotiation.Candidates;
import dev.moim.shared.sockets.negotiation.Description;
import dev.moim.shared.sockets.negotiation.RelayInOrder;
import dev.moim.shared.sockets.negotiation.RelayInOrder.Relayed;
import java.util.Map;

/**
 * {@code sdp} and {@code candidate}: carries an offer, answer or ICE candidates to another member,
 * as they were sent. Naming the {@code roomId} spares the server looking for the room they share.
 */
public final class Relay {

  private final FindPeer findPeer;
  private final RelayInOrder inOrder;

  public Relay(Membership membership, Peers peers, RelayInOrder inOrder) {
    this.findPeer = new FindPeer(membership, peers);
    this.inOrder = inOrder;
  }

  public Operation sdp() {
    return (sender, fields) -> {
      Description description = Description.of(fields.requiredRaw("sdp"));
      Relayed relayed = relayed("sdp", sender, fields);
      return inOrder.description(answer(relayed, fields), relayed, description);
    };
  }

  public Operation candidate() {
    return (sender, fields) -> {
      Candidates candidates = Candidates.of(fields.present("candidate"));
      Relayed relayed = relayed("candidate", sender, fields);
      return inOrder.candidates(answer(relayed, fields), relayed, candidates, sender.receivedAt());
    };
  }

  private Relayed relayed(String eventOp, Sender sender, Fields fields) {
    ToMember to = ToMember.read(fields);
    Found found = findPeer.find(sender, to);
    Room room = found.room();
    if (room.media()) {
      throw new DomainException(
          CallError.UNKNOWN_OPERATION, "media of this room goes through its media server");
    }
    return new Relayed(
        Peers.pair(room.key(), new Ends(to.userId(), to.target())),
        Tell.recipient(room, Membership.target(room, to.target())),
        found.seen(),
        asSentBy(to.userId(), eventOp, fields));
  }

  /** The message as it was, with the proven sender in place of whatever the body claimed. */
  private static Message asSentBy(String userId, String eventOp, Fields fields) {
    return Message.of(eventOp, fields.values()).with("user", userId).with("sender", userId);
  }

  /** Only who asks for an answer gets one. */
  private static Outcome answer(Relayed relayed, Fields fields) {
    return fields.raw("reqId") == null
        ? Outcome.silent()
        : Outcome.reply(Map.of("roomId", Peers.roomOf(relayed.pair()).roomId()));
  }
}
