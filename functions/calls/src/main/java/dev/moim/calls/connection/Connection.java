package dev.moim.calls.connection;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One open (or recently lost) socket and who registered on it.
 *
 * @param id API Gateway's connection id
 * @param engine the Engine.IO version it speaks, 0 for none
 * @param dialect how frames to this socket are written; the family's own short code
 * @param tenant the license the user registered with; null before that
 * @param user null before the socket's user is known
 * @param rooms ids of the rooms this connection asked to join; a superset of those it has a seat in
 * @param loss how the socket was lost, if it was
 * @param viewer where it was opened from
 */
public record Connection(
    String id,
    int engine,
    String dialect,
    @Nullable String tenant,
    @Nullable String user,
    String name,
    String device,
    Set<String> rooms,
    Optional<Loss> loss,
    Viewer viewer) {

  /** How many rooms one connection may be in. */
  public static final int MAX_ROOMS = 16;

  /**
   * @param seen whether {@code $disconnect} told us. Only then is nothing missing from the mailbox:
   *     posts to a half-open socket vanish without an error.
   */
  public record Loss(long at, boolean seen) {}

  /** A socket that has just been opened, by whom nobody knows yet. */
  public static Connection opened(String id, int engine, String dialect, Viewer viewer) {
    return new Connection(
        id, engine, dialect, null, null, "", "", Set.of(), Optional.empty(), viewer);
  }

  public boolean registered() {
    return user != null;
  }

  public Connection in(Set<String> otherRooms) {
    return new Connection(
        id, engine, dialect, tenant, user, name, device, otherRooms, loss, viewer);
  }

  /** The rooms this connection asked to join; none before it has registered. */
  public List<RoomKey> roomKeys() {
    return rooms.stream().map(roomId -> owner().room(roomId)).toList();
  }

  /** Whose mailbox and whose name this connection stands for. */
  public Owner owner() {
    if (tenant == null || user == null) {
      throw new IllegalStateException("connection is not registered");
    }
    return new Owner(tenant, user);
  }
}
