package dev.moim.shared.sockets.socketio;

import dev.moim.shared.wire.engineio.EngineIoVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets Socket.IO clients in: by what they send when they ask for a namespace, or before. */
@FunctionalInterface
public interface Admission {

  /** What a client is told that asks to be let in. */
  sealed interface Verdict {

    /**
     * @param version of Engine.IO that the socket speaks
     * @param socketId what the client takes for the socket's id
     */
    record Admitted(EngineIoVersion version, String socketId) implements Verdict {}

    /**
     * @param message of the client's {@code connect_error}
     */
    record Refused(String message) implements Verdict {}
  }

  /**
   * @param auth what Socket.IO clients call so; empty for those of protocol 4, which have none
   */
  Verdict admit(String connectionId, Map<String, ? extends @Nullable Object> auth);
}
