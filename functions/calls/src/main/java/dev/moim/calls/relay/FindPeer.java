package dev.moim.calls.relay;

import dev.moim.calls.Claim;
import dev.moim.calls.ToMember;
import dev.moim.calls.relay.Peers.Ends;
import dev.moim.calls.relay.Peers.Found;
import dev.moim.calls.room.Membership;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.negotiation.Negotiation;
import java.util.List;

/** Finds the room in which two members meet, and what has passed between them. */
final class FindPeer {

  private final Membership membership;
  private final Peers peers;

  FindPeer(Membership membership, Peers peers) {
    this.membership = membership;
    this.peers = peers;
  }

  /** One request; more only where a seat was taken a moment ago, and to find out why not. */
  Found find(Sender sender, ToMember request) {
    Ends ends = new Ends(request.userId(), request.target());
    List<Found> found = peers.find(Peers.pairs(rooms(sender, request), ends));
    SeatHolder holder = new SeatHolder(request.userId(), sender.connectionId());
    return found.stream()
        .filter(each -> Membership.isSeated(each.room(), holder))
        .filter(each -> each.room().seat(request.target()).isPresent())
        .findFirst()
        .orElseGet(() -> latest(sender, request, found));
  }

  private Found latest(Sender sender, ToMember request, List<Found> found) {
    Room room = membership.require(sender, request);
    Negotiation seen =
        found.stream()
            .filter(each -> each.room().key().equals(room.key()))
            .map(Found::seen)
            .findFirst()
            .orElse(Negotiation.NONE);
    return new Found(room, seen);
  }

  private List<RoomKey> rooms(Sender sender, ToMember request) {
    return request
        .roomId()
        .map(roomId -> List.of(membership.keyOf(sender, new Claim(request.userId(), roomId))))
        .orElseGet(() -> membership.registered(sender, request.userId()).roomKeys());
  }
}
