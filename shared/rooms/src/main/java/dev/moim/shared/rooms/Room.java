package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A room and everyone in it, as it was at revision {@code rev}.
 *
 * @param groups by their ids
 * @param rev grows with every change of seats
 */
public record Room(
    RoomFacts facts,
    Set<Option> options,
    Members members,
    Optional<Share> share,
    Map<String, Group> groups,
    long rev) {

  /**
   * The most members a room can have: its item must stay small enough to read with every message.
   */
  public static final int MAX_CAPACITY = 100;

  /** What is so or not. */
  public enum Option {
    /** It goes away with its last member. */
    DESTROY,
    /** Clients show who is talking. */
    TALKING_NOTY,
    /** Members stay and return; nobody else comes in. */
    LOCKED,
    /** Its license, which has many, may count it without knowing its name. */
    UNLISTED,
    /** Its tenant's servers are told of what happens in it. */
    TOLD
  }

  /**
   * What is being shared; one thing at a time per room.
   *
   * @param type {@code screen}, {@code whiteboard} or {@code document}
   * @param img address of the document's picture, unless there is none or it travels by message
   *     only
   */
  public record Share(String type, Optional<String> img, String userId) {}

  /**
   * Some members of a room under a name.
   *
   * @param createdBy the user id of whoever made it
   */
  public record Group(String title, List<String> members, String createdBy) {

    public Group {
      members = List.copyOf(members);
    }

    /** Whether this user speaks for it: its members and whoever made it. */
    public boolean concerns(String userId) {
      return createdBy.equals(userId) || members.contains(userId);
    }
  }

  public Room {
    options = Set.copyOf(options);
    groups = Map.copyOf(groups);
  }

  /**
   * A room about to be made.
   *
   * @param createdAt epoch milliseconds
   */
  public static RoomBuilder opened(RoomKey key, long createdAt) {
    return new RoomBuilder(key, createdAt);
  }

  public RoomKey key() {
    return facts.key();
  }

  public String roomId() {
    return key().roomId();
  }

  public String licenseId() {
    return key().licenseId();
  }

  public String title() {
    return facts.title();
  }

  public int capacity() {
    return facts.capacity();
  }

  public boolean media() {
    return facts.media();
  }

  public String createdBy() {
    return facts.createdBy();
  }

  public long createdAt() {
    return facts.createdAt();
  }

  public boolean destroy() {
    return options.contains(Option.DESTROY);
  }

  public boolean talkingNoty() {
    return options.contains(Option.TALKING_NOTY);
  }

  public boolean unlisted() {
    return options.contains(Option.UNLISTED);
  }

  public boolean told() {
    return options.contains(Option.TOLD);
  }

  /** It, and none made under its key before or after. */
  public RoomLife life() {
    return new RoomLife(key(), createdAt());
  }

  public boolean locked() {
    return options.contains(Option.LOCKED);
  }

  public Map<String, Seat> seats() {
    return members.seats();
  }

  public Optional<String> host() {
    return members.host();
  }

  /** How many members were thrown out. */
  public long kicked() {
    return members.kicked().stream().filter(entry -> !SeatHolder.isSocketMark(entry)).count();
  }

  /** Whether whoever would hold this seat was thrown out, under this id or on this socket. */
  public boolean bars(Seat seat) {
    return members.kicked().contains(seat.userId())
        || members.kicked().contains(seat.holder().socketMark());
  }

  /** Whether this user is sharing something. */
  public boolean isSharedBy(String userId) {
    return share.filter(shown -> shown.userId().equals(userId)).isPresent();
  }

  /** What its host lets members do. */
  public Permits permits() {
    return members.permits();
  }

  public Tally tally() {
    return members.tally();
  }

  /** As {@link Members#peak}. */
  public long peak() {
    return members.peak();
  }

  public Optional<Seat> seat(String userId) {
    return Optional.ofNullable(seats().get(userId));
  }

  public Optional<Group> group(String groupId) {
    return Optional.ofNullable(groups.get(groupId));
  }

  /** The seat of somebody who is there. */
  public Optional<Seat> present(String userId) {
    return seat(userId).filter(Seat::present);
  }

  /** Whether somebody is in it whose socket is open, or was lost no earlier than this. */
  public boolean hasMemberOnSocket(Instant lostBefore) {
    return seats().values().stream()
        .anyMatch(seat -> seat.hasSocket() && !seat.lostBefore(lostBefore));
  }

  /** Everyone but this user. */
  public List<Seat> others(String userId) {
    return inOrder().stream().filter(seat -> !seat.userId().equals(userId)).toList();
  }

  /** Everyone, the earliest first. */
  public List<Seat> inOrder() {
    return inOrder(seats().values());
  }

  private static List<Seat> inOrder(Collection<Seat> seats) {
    return seats.stream()
        .sorted(Comparator.comparingLong(Seat::joinedAt).thenComparing(Seat::userId))
        .toList();
  }

  /** The named host while there, else whoever has been there longest; empty if nobody is. */
  public Optional<String> hostId() {
    return host()
        .filter(named -> present(named).isPresent())
        .or(() -> inOrder().stream().filter(Seat::present).map(Seat::userId).findFirst());
  }

  /** The same, of a license that may count it without knowing its name. */
  public Room asUnlisted() {
    return with(Option.UNLISTED);
  }

  /** The same, of a license whose servers are told of it. */
  public Room asTold() {
    return with(Option.TOLD);
  }

  private Room with(Option option) {
    Set<Option> more = EnumSet.of(option);
    more.addAll(options);
    return new Room(facts, more, members, share, groups, rev);
  }

  public boolean isHost(String userId) {
    return hostId().filter(userId::equals).isPresent();
  }
}
