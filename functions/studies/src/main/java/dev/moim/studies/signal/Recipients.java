package dev.moim.studies.signal;

import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Recipient;
import dev.moim.studies.call.PeerSocket;

/** Sockets of this family as recipients: all of them speak Socket.IO in its root namespace. */
public final class Recipients {

  public static final Dialect DIALECT = new Dialect("socket.io");

  private Recipients() {}

  /**
   * @param connectionId of a socket that gets a message now or not at all: a client that comes back
   *     asks for the state of the room
   */
  public static Recipient of(String connectionId) {
    return Recipient.of(connectionId, DIALECT);
  }

  static Recipient of(PeerSocket socket) {
    return of(socket.connectionId());
  }
}
