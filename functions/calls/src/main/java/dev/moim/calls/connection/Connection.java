package dev.moim.calls.connection;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.sockets.polling.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One open (or recently lost) socket and who registered on it.
 *
 * @param id API Gateway's connection id
 * @param registrant empty before the socket's user is known
 * @param rooms ids of the rooms this connection asked to join; a superset of those it has a seat in
 * @param left the room its user asked to leave last
 * @param loss how the socket was lost, if it was
 * @param ending whether its user is leaving every room: what still arrives of it comes too late
 */
public record Connection(
    String id,
    Socket socket,
    Optional<Registrant> registrant,
    Set<String> rooms,
    Optional<Left> left,
    Optional<Loss> loss,
    boolean ending) {

  /** How many rooms one connection may be in. */
  public static final int MAX_ROOMS = 16;

  /**
   * What is known of a socket since it was opened.
   *
   * @param engine the Engine.IO version it speaks, 0 for none
   * @param dialect how frames to it are written, by its code
   * @param viewer where it was opened from
   * @param registersFull when it may again register as often as a new one; the epoch for one on
   *     which nobody has
   * @param session for which it was opened, where its client began by polling
   */
  public record Socket(
      int engine,
      String dialect,
      Viewer viewer,
      Instant registersFull,
      Optional<SessionId> session) {

    public Socket(int engine, String dialect, Viewer viewer) {
      this(engine, dialect, viewer, Instant.EPOCH, Optional.empty());
    }

    public Socket speaking(String otherDialect) {
      return new Socket(engine, otherDialect, viewer, registersFull, session);
    }

    public Socket registering(Instant full) {
      return new Socket(engine, dialect, viewer, full, session);
    }

    public Socket openedFor(Optional<SessionId> polled) {
      return new Socket(engine, dialect, viewer, registersFull, polled);
    }
  }

  /**
   * Whoever registered.
   *
   * @param owner license and user id
   * @param name shown to others
   */
  public record Registrant(Owner owner, String name, String device) {}

  /**
   * @param seen whether {@code $disconnect} told us. Only then is nothing missing from the mailbox:
   *     posts to a half-open socket vanish without an error.
   */
  public record Loss(long at, boolean seen) {}

  /**
   * @param at when the gateway received the wish
   */
  public record Left(String roomId, Instant at) {}

  /** A socket that has just been opened, by whom nobody knows yet. */
  public static Connection opened(String id, Socket socket) {
    return new Connection(
        id, socket, Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), false);
  }

  /** One that has just registered. */
  public static Connection registered(String id, Socket socket, Registrant registrant) {
    return new Connection(
        id, socket, Optional.of(registrant), Set.of(), Optional.empty(), Optional.empty(), false);
  }

  /** Whether somebody speaks on it. */
  public boolean registered() {
    return registrant.isPresent() && !ending;
  }

  public boolean speaksFor(Owner somebody) {
    return registered() && isOf(somebody);
  }

  /** Whether it speaks for this user, or did when it began to end. */
  public boolean isOf(Owner somebody) {
    return registrant.filter(who -> who.owner().equals(somebody)).isPresent();
  }

  public Connection in(Set<String> otherRooms) {
    return new Connection(id, socket, registrant, otherRooms, left, loss, ending);
  }

  /** The rooms this connection asked to join; none before it has registered. */
  public List<RoomKey> roomKeys() {
    return rooms.stream().map(roomId -> owner().room(roomId)).toList();
  }

  /** Whose mailbox and whose name this connection stands for. */
  public Owner owner() {
    return registrant().orElseThrow(() -> new IllegalStateException("not registered")).owner();
  }

  public String name() {
    return registrant.map(Registrant::name).orElse("");
  }

  /** Whether its user has chosen a name, rather than being shown by its id. */
  public boolean named() {
    return registrant.filter(who -> !who.name().equals(who.owner().user())).isPresent();
  }

  public String device() {
    return registrant.map(Registrant::device).orElse("");
  }

  public String dialect() {
    return socket.dialect();
  }

  public Viewer viewer() {
    return socket.viewer();
  }
}
