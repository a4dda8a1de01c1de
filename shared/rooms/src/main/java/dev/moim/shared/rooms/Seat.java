package dev.moim.shared.rooms;

import dev.moim.shared.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A member's place in a room: on a socket, or with nothing but a token for the media server. The
 * seat of a token is a lease until its participant shows up there.
 *
 * @param name as the others see it
 * @param joinedAt epoch milliseconds of the first join; kept when the member returns on a new
 *     socket
 * @param device the kind of device its member named, "" for none
 * @param changes when its member asked for what it shows
 */
public record Seat(
    String userId,
    SeatConnection connection,
    String name,
    long joinedAt,
    String device,
    Set<Trait> traits,
    Changes changes) {

  /** What a member does, one letter each: it is stored with every seat. */
  public enum Trait {
    VIDEO('v'),
    AUDIO('a'),
    /**
     * Moved to a new socket and not yet joined from it: the next join is a return, not a repeat.
     */
    RETURNING('r');

    private final char letter;

    Trait(char letter) {
      this.letter = letter;
    }

    /** How the trait is written in a table. */
    public char letter() {
      return letter;
    }
  }

  public Seat {
    traits = Set.copyOf(traits);
  }

  /** One that was just taken. */
  public Seat(
      String userId,
      SeatConnection connection,
      String name,
      long joinedAt,
      String device,
      Set<Trait> traits) {
    this(userId, connection, name, joinedAt, device, traits, Changes.NONE);
  }

  /** A seat for whoever comes with the token issued now, kept for this long. */
  public static Seat leased(String userId, Instant now, Duration life, Viewer viewer) {
    SeatConnection lease = SeatConnection.lease(now.plus(life), viewer);
    return new Seat(userId, lease, userId, now.toEpochMilli(), "", newcomer());
  }

  /** The seat of somebody who is in the media room already. */
  public static Seat of(Participant participant) {
    String userId = participant.identity();
    SeatConnection connection = SeatConnection.participant(participant.sid());
    return new Seat(userId, connection, userId, participant.joinedAt(), "", newcomer());
  }

  /** A newcomer is seen and heard until it says otherwise. */
  public static Set<Trait> newcomer() {
    return EnumSet.of(Trait.VIDEO, Trait.AUDIO);
  }

  public SeatHolder holder() {
    return new SeatHolder(userId, connectionId());
  }

  public String connectionId() {
    return connection.id();
  }

  public String dialect() {
    return connection.dialect();
  }

  public long lostAt() {
    return connection.lostAt();
  }

  public Viewer viewer() {
    return connection.viewer();
  }

  /** When its member last asked to join, in epoch milliseconds. */
  public long askedToJoin() {
    return Math.max(joinedAt, changes.at().getOrDefault(Changes.JOIN, 0L));
  }

  /** When its member last asked for anything that takes a seat, in epoch milliseconds. */
  public long lastAsked() {
    return Math.max(joinedAt, changes.lastOwn());
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether its member can be sent messages. */
  public boolean hasSocket() {
    return !dialect().equals(SeatConnection.TOKEN);
  }

  public boolean lost() {
    return hasSocket() && lostAt() > 0;
  }

  /** Whether its socket was lost before this moment. */
  public boolean lostBefore(Instant moment) {
    return lost() && lostAt() < moment.toEpochMilli();
  }

  /** Whether a token was given out for it that nobody has used yet. */
  public boolean isLease() {
    return !hasSocket() && lostAt() > 0;
  }

  /** Whether its member is there: who has not used a token yet may never come. */
  public boolean present() {
    return !isLease();
  }

  /** Whether it is a lease that ended before this moment. */
  public boolean leaseEndedBefore(Instant moment) {
    return isLease() && lostAt() < moment.toEpochMilli();
  }

  public boolean heldBy(String connectionId) {
    return connectionId().equals(connectionId);
  }

  public Seat with(Trait trait, boolean present) {
    EnumSet<Trait> changed = EnumSet.noneOf(Trait.class);
    changed.addAll(traits);
    if (present) {
      changed.add(trait);
    } else {
      changed.remove(trait);
    }
    return new Seat(userId, connection, name, joinedAt, device, changed, changes);
  }

  /** The same, asked for at this moment; unchanged if something newer was asked for already. */
  public Seat with(Trait trait, boolean present, Instant asked) {
    String what = String.valueOf(trait.letter());
    return isNewerThan(asked, what) ? this : with(trait, present).noting(changes.with(what, asked));
  }

  /** Under another name, asked for at this moment; unchanged if a newer one was asked for. */
  public Seat named(String newName, Instant asked) {
    return isNewerThan(asked, Changes.NAME)
        ? this
        : named(newName).noting(changes.with(Changes.NAME, asked));
  }

  public Seat named(String newName) {
    return new Seat(userId, connection, newName, joinedAt, device, traits, changes);
  }

  /** When its member has all the changes again that it may make at once. */
  Instant usedUp() {
    return Instant.ofEpochMilli(changes.at().getOrDefault(Changes.USED_UP, 0L));
  }

  Seat usedUp(Instant until) {
    return noting(changes.with(Changes.USED_UP, until));
  }

  /** What was asked for before the seat was taken was meant for one its member has left. */
  private boolean isNewerThan(Instant asked, String what) {
    return joinedAt > asked.toEpochMilli() || changes.isNewerThan(asked, what);
  }

  private Seat noting(Changes newer) {
    return new Seat(userId, connection, name, joinedAt, device, traits, newer);
  }

  /** The same seat on another socket. */
  public Seat on(SeatConnection newConnection) {
    return new Seat(userId, newConnection, name, joinedAt, device, traits, changes);
  }
}
