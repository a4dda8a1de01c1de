package dev.moim.studies.socketio;

import dev.moim.shared.sockets.socketio.Admission;
import dev.moim.shared.wire.engineio.EngineIoVersion;
import dev.moim.studies.User;
import dev.moim.studies.identity.Identities;
import dev.moim.studies.identity.Identity;
import dev.moim.studies.signal.StudySocket;
import dev.moim.studies.signal.StudySockets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets sockets in: by what their upgrade showed, or by what they send when they connect. */
public final class StudyAdmission implements Admission {

  private final StudySockets sockets;
  private final Identities identities;

  public StudyAdmission(StudySockets sockets, Identities identities) {
    this.sockets = sockets;
    this.identities = identities;
  }

  @Override
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
    return new Verdict.Admitted(version(socket), socket.socketId());
  }

  public static EngineIoVersion version(StudySocket socket) {
    return socket.engine() == 3 ? EngineIoVersion.V3 : EngineIoVersion.V4;
  }

  private static Verdict refused(Identity identity) {
    return new Verdict.Refused(
        identity instanceof Identity.Unknown(String reason) ? reason : "Authentication failed");
  }
}
