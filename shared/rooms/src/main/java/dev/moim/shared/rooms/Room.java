package dev.moim.shared.rooms;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A room and everyone in it, as it was at revision {@code rev}.
 *
 * @param roomId unique within its license
 * @param media whether its media goes through LiveKit; else members call each other directly
 * @param destroy whether it goes away with its last member
 * @param createdBy the creator's user id; "" for rooms made through an API without one
 * @param host the explicitly named host, if any; see {@link #hostId}
 * @param createdAt epoch milliseconds
 * @param kicked who may not come back
 * @param rev grows with every change of seats
 */
public record Room(
    String roomId,
    String licenseId,
    String title,
    String description,
    int capacity,
    boolean media,
    boolean destroy,
    boolean talkingNoty,
    String createdBy,
    Optional<String> host,
    long createdAt,
    Map<String, Seat> seats,
    Set<String> kicked,
    Optional<Share> share,
    Map<String, Group> groups,
    long rev) {

  /**
   * The most members a room can have: its item must stay small enough to read with every message.
   */
  public static final int MAX_CAPACITY = 100;

  /**
   * What is being shared; one thing at a time per room.
   *
   * @param type {@code screen}, {@code whiteboard} or {@code document}
   * @param img address of the document's picture, "" if there is none or it travels by message only
   */
  public record Share(String type, String userId, String img) {}

  /** Some members of a room under a name. */
  public record Group(String title, List<String> members) {}

  public Room {
    seats = Map.copyOf(seats);
    kicked = Set.copyOf(kicked);
    groups = Map.copyOf(groups);
  }

  public Optional<Seat> seat(String userId) {
    return Optional.ofNullable(seats.get(userId));
  }

  /** Everyone but this user. */
  public List<Seat> others(String userId) {
    return inOrder().stream().filter(seat -> !seat.userId().equals(userId)).toList();
  }

  /** Everyone, the earliest first. */
  public List<Seat> inOrder() {
    return inOrder(seats.values());
  }

  private static List<Seat> inOrder(Collection<Seat> seats) {
    return seats.stream()
        .sorted(Comparator.comparingLong(Seat::joinedAt).thenComparing(Seat::userId))
        .toList();
  }

  /** The named host while seated, else whoever has been there longest; empty in an empty room. */
  public Optional<String> hostId() {
    return host.filter(seats::containsKey)
        .or(() -> inOrder().stream().map(Seat::userId).findFirst());
  }

  public boolean isHost(String userId) {
    return hostId().filter(userId::equals).isPresent();
  }
}
