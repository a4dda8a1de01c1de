package dev.moim.shared.rooms;

import dev.moim.shared.kernel.Viewer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A member's place in a room: on a socket, or with nothing but a token for the media server. The
 * seat of a token is a lease until its participant shows up there.
 *
 * @param connectionId of the socket; of a token's seat the participant's sid, "" before it has one
 * @param joinedAt epoch milliseconds of the first join; kept when the member returns on a new
 *     socket
 * @param dialect of the socket, or {@link #TOKEN}
 * @param lostAt epoch milliseconds at which its socket was lost, 0 while it is connected; of a
 *     lease, when it ends
 * @param viewer where its member looks from; of a lease, whoever asked for the token
 */
public record Seat(
    String userId,
    String connectionId,
    long joinedAt,
    Set<Trait> traits,
    String name,
    String device,
    String dialect,
    long lostAt,
    Viewer viewer) {

  /** What a member does or may do, one letter each: it is stored with every seat. */
  public enum Trait {
    VIDEO('v'),
    AUDIO('a'),
    PUBLISHING('p'),
    MAY_SHARE_SCREEN('S'),
    MAY_CHAT('C'),
    MAY_USE_WHITEBOARD('W'),
    MAY_DRAW('D'),
    MAY_SHARE_DOCUMENT('F'),
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

  /** Stands where other seats have their socket's dialect. */
  public static final String TOKEN = "t";

  public Seat {
    traits = Set.copyOf(traits);
  }

  /** A seat for whoever comes with the token issued now, kept until then. */
  public static Seat leased(String userId, Instant now, Instant until, Viewer viewer) {
    return new Seat(
        userId,
        "",
        now.toEpochMilli(),
        newcomer(),
        userId,
        "",
        TOKEN,
        until.toEpochMilli(),
        viewer);
  }

  /** The seat of somebody who is in the media room already. */
  public static Seat ofParticipant(String userId, String sid, long joinedAt) {
    return new Seat(userId, sid, joinedAt, newcomer(), userId, "", TOKEN, 0, Viewer.UNKNOWN);
  }

  /** A newcomer may do everything until the host says otherwise. */
  public static Set<Trait> newcomer() {
    return EnumSet.of(
        Trait.VIDEO,
        Trait.AUDIO,
        Trait.MAY_SHARE_SCREEN,
        Trait.MAY_CHAT,
        Trait.MAY_USE_WHITEBOARD,
        Trait.MAY_DRAW,
        Trait.MAY_SHARE_DOCUMENT);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether its member can be sent messages. */
  public boolean hasSocket() {
    return !dialect.equals(TOKEN);
  }

  public boolean lost() {
    return hasSocket() && lostAt > 0;
  }

  /** Whether a token was given out for it that nobody has used yet. */
  public boolean isLease() {
    return !hasSocket() && lostAt > 0;
  }

  /**
   * Whether a full room may give this seat to somebody else.
   *
   * @param lostBefore sockets lost before this have had their grace
   */
  public boolean reclaimable(Instant now, Instant lostBefore) {
    return (lost() && lostAt < lostBefore.toEpochMilli())
        || (isLease() && lostAt < now.toEpochMilli());
  }

  public boolean heldBy(String connection) {
    return connectionId.equals(connection);
  }

  public Seat with(Trait trait, boolean present) {
    EnumSet<Trait> changed = EnumSet.noneOf(Trait.class);
    changed.addAll(traits);
    if (present) {
      changed.add(trait);
    } else {
      changed.remove(trait);
    }
    return new Seat(userId, connectionId, joinedAt, changed, name, device, dialect, lostAt, viewer);
  }

  public Seat named(String newName) {
    return new Seat(
        userId, connectionId, joinedAt, traits, newName, device, dialect, lostAt, viewer);
  }

  /** The same seat on another socket. */
  public Seat on(String newConnectionId, String newDialect, Viewer newViewer) {
    return new Seat(
        userId, newConnectionId, joinedAt, traits, name, device, newDialect, 0, newViewer);
  }

  public Seat lostSince(long millis) {
    return new Seat(userId, connectionId, joinedAt, traits, name, device, dialect, millis, viewer);
  }
}
