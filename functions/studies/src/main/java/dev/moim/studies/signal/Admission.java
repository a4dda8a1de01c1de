package dev.moim.studies.signal;

import dev.moim.studies.User;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.Identity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets sockets in: by what their upgrade showed, or by what they send when they connect. */
public final class Admission {

  /** What a client is told that asks to be let in. */
  public sealed interface Verdict {
    record Admitted(String socketId) implements Verdict {}

    /**
     * @param message of the client's {@code connect_error}
     */
    record Refused(String message) implements Verdict {}
  }

  private final StudySockets sockets;
  private final Identities identities;

  public Admission(StudySockets sockets, Identities identities) {
    this.sockets = sockets;
    this.identities = identities;
  }

  /**
   * @param auth what Socket.IO clients call so; empty for those of protocol 4, which have none
   */
  public Verdict admit(String connectionId, Map<String, ? extends @Nullable Object> auth) {
    var known = sockets.findNow(connectionId);
    if (known.isEmpty()) {
      return refused(Identity.none());
    }
    StudySocket socket = known.get();
    Identity identity = identities.ofAuth(auth, socket.identity());
    if (identity.equals(socket.identity())) {
      return identity.known().isPresent() ? admitted(socket) : refused(identity);
    }
    return identity.known().map(user -> identify(socket, user)).orElseGet(() -> refused(identity));
  }

  private Verdict identify(StudySocket socket, User user) {
    return sockets.identify(socket.connectionId(), user)
        ? admitted(socket)
        : refused(Identity.failed());
  }

  private static Verdict admitted(StudySocket socket) {
    return new Verdict.Admitted(socket.socketId());
  }

  private static Verdict refused(Identity identity) {
    return new Verdict.Refused(
        identity instanceof Identity.Unknown(String reason) ? reason : "Authentication failed");
  }
}
