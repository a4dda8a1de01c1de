package dev.moim.calls.session;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Registrations;

/**
 * Ends the connection of a user who is in no room: nobody has to be told, no seat to be kept or
 * freed, and nothing said that a return could miss.
 */
public final class EndIdle {

  private final Connections connections;
  private final Registrations registrations;

  public EndIdle(Connections connections, Registrations registrations) {
    this.connections = connections;
    this.registrations = registrations;
  }

  /**
   * The connection first: a join that comes in between finds nobody registered. Should this die
   * before the name is free, whoever registers takes it over from a socket that is gone.
   *
   * @return false if its user may be in a room, or it is nobody's; then nothing was done
   */
  boolean end(Connection known) {
    boolean idle = known.registered() && known.rooms().isEmpty();
    if (!idle || !connections.removeIdle(known)) {
      return false;
    }
    registrations.release(known.owner(), known.id());
    return true;
  }
}
