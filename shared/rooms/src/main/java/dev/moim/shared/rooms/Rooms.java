package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Room.Share;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rooms of all tenants. Who sits in them is changed through {@link Seats}. */
public interface Rooms {

  /**
   * New facts of a room; empty means unchanged.
   *
   * @param locked whether nobody may come who is not a member
   */
  record Edit(
      Optional<String> title,
      Optional<Integer> capacity,
      Optional<String> host,
      Optional<Boolean> locked) {

    public static final Edit NOTHING =
        new Edit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * @return false if the license has a room of that id
   */
  boolean create(Room room);

  Optional<Room> find(RoomKey key);

  /** As {@link #find}, strongly consistent. */
  Optional<Room> findNow(RoomKey key);

  /** Several rooms, a hundred in a request; those that do not exist are left out. */
  List<Room> findAll(Collection<RoomKey> keys);

  /**
   * Each fact of which a later edit spoke stays as that one said.
   *
   * @return the room as it is now, or empty if it is gone, the new host has no seat, or more people
   *     sit in it than the new capacity allows
   */
  Optional<Room> edit(Room room, Edit edit, Ask ask);

  /** How starting or stopping to share ended. */
  sealed interface Sharing {

    /**
     * @param room as it is now
     */
    record Done(Room room) implements Sharing {}

    /** Its member has asked for something newer. */
    record Outdated() implements Sharing {}

    /** Somebody else holds the room's one share, or the sharer is gone. */
    record Refused() implements Sharing {}
  }

  /** Claims the room's one share; a stop that was asked for later stands. */
  Sharing share(Room room, Share share, Ask ask);

  /**
   * Ends the share if it is the one this room value shows. Where it shows none, the stop may have
   * overtaken the start it ends: then that one begins nothing when it comes. Refused if something
   * is shared after all.
   *
   * @param ask of whoever stops, and whose start that is; a start in the same millisecond, or
   *     later, stands
   */
  Sharing endShare(Room room, Ask ask);

  /**
   * @return false if the room has as many groups as it may
   */
  boolean addGroup(Room room, String groupId, Group group, Ask ask);

  void removeGroup(Room room, String groupId);

  /**
   * Ends the room, whoever is in it, and writes down its use. Whoever ended it has to {@link
   * EndedRooms#countOff count it off}.
   *
   * @param seen as it was seen last
   * @return the room as it was at its end, or empty if it was gone or had been made anew
   */
  Optional<Room> delete(Room seen);

  /**
   * As {@link #delete}, if nobody is in it.
   *
   * @return false if somebody is in it, or it was gone or had been made anew
   */
  boolean deleteIfEmpty(Room seen);

  /**
   * As {@link #delete}, if this connection holds the only seat in it.
   *
   * @return false if it does not, or the room was gone or had been made anew
   */
  boolean deleteWithLast(Room seen, SeatHolder last);

  /** From now on its tenant's servers are told of what happens in this room, if it is open. */
  void tell(RoomKey key);

  /**
   * Writes down the use of a room that has ended, should whoever ended it not have come so far.
   *
   * @return the room, if it may be unlisted and is not settled
   */
  Optional<RoomLife> recover(RoomKey key);

  /** Takes an unlisted room that has ended out of lists, once nothing counts it any more. */
  void settle(RoomLife ended);
}
