package dev.moim.calls.relay;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.sockets.negotiation.Negotiation;
import dev.moim.shared.sockets.negotiation.PairKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a relay from one member to another has to know, in one request. */
public interface Peers {

  /** A room, and what passed between the two in it. */
  record Found(Room room, Negotiation seen) {}

  /**
   * Reads rooms, each with what passed between the two; eventually consistent.
   *
   * @param pairs of the same two members, by the room they are in
   * @return those rooms that exist
   */
  List<Found> find(Map<RoomKey, PairKey> pairs);

  /** The two ends of a relay inside a room. */
  static PairKey pair(RoomKey room, Ends ends) {
    return PairKey.in(room.licenseId() + "/" + room.roomId()).from(ends.from()).to(ends.to());
  }

  /**
   * @param from the sending user's id
   * @param to the receiving user's id
   */
  record Ends(String from, String to) {}

  /** The room that a pair's key names. */
  static RoomKey roomOf(PairKey pair) {
    int slash = pair.scope().indexOf('/');
    return new RoomKey(pair.scope().substring(0, slash), pair.scope().substring(slash + 1));
  }

  /** Pairs of the same two in several rooms. */
  static Map<RoomKey, PairKey> pairs(Collection<RoomKey> rooms, Ends ends) {
    return rooms.stream().collect(Collectors.toUnmodifiableMap(key -> key, key -> pair(key, ends)));
  }
}
