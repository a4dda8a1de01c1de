package dev.moim.shared.rooms;

import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Room.Share;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rooms of all tenants. Who sits in them is changed through {@link Seats}. */
public interface Rooms {

  /** New facts of a room; empty means unchanged. */
  record Edit(Optional<String> title, Optional<Integer> capacity, Optional<String> host) {}

  /**
   * @return false if the license has a room of that id
   */
  boolean create(Room room);

  Optional<Room> find(String roomId, String licenseId);

  Optional<Room> findNow(String roomId, String licenseId);

  /** Several rooms, a hundred in a request; those that do not exist are left out. */
  List<Room> findAll(Collection<String> roomIds, String licenseId);

  /**
   * The room of that id in which this very connection holds this user's seat: one read that proves
   * user, tenant and membership at once.
   */
  Optional<Room> seated(String roomId, String userId, String connectionId);

  /** As {@link #seated}, strongly consistent: right also just after the seat was taken. */
  Optional<Room> seatedNow(String roomId, String userId, String connectionId);

  /**
   * @return the room as it is now, or empty if it is gone, the new host has no seat, or more people
   *     sit in it than the new capacity allows
   */
  Optional<Room> edit(Room room, Edit edit);

  /**
   * Claims the room's one share.
   *
   * @return false if somebody else holds it
   */
  boolean share(Room room, Share share);

  /** Ends the share if it is the one this room value shows. */
  void endShare(Room room);

  /**
   * @return false if the room has as many groups as it may
   */
  boolean addGroup(Room room, String groupId, Group group);

  void removeGroup(Room room, String groupId);

  /**
   * Ends the room, whoever is in it, and writes down its use, both or neither.
   *
   * @param seen as it was seen last
   * @return the room as it was at its end, or empty if it was gone or had been made anew
   */
  Optional<Room> delete(Room seen);

  /**
   * As {@link #delete}, if nobody but, at most, this connection is in it.
   *
   * @param lastConnectionId may hold the only seat; "" for nobody
   * @return false if somebody else is in it, or it was gone or had been made anew
   */
  boolean deleteIfEmpty(Room seen, String lastUserId, String lastConnectionId);
}
