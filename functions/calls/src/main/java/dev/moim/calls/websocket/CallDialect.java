package dev.moim.calls.websocket;

import dev.moim.shared.sockets.Dialect;
import java.util.Optional;

/**
 * The ways this family's messages travel: as plain JSON, or as Socket.IO's event {@code
 * knowledgetalk} on one of two namespaces.
 */
final class CallDialect {

  static final Dialect JSON = new Dialect("j");
  static final Dialect SOCKET_IO = new Dialect("r");
  static final Dialect SIGNAL_SERVER = new Dialect("s");

  private static final String ROOT = "/";
  private static final String SIGNAL_SERVER_NAMESPACE = "/SignalServer";

  private CallDialect() {}

  /** The dialect of a Socket.IO namespace, if it is one of ours. */
  static Optional<Dialect> ofNamespace(String namespace) {
    return switch (namespace) {
      case ROOT -> Optional.of(SOCKET_IO);
      case SIGNAL_SERVER_NAMESPACE -> Optional.of(SIGNAL_SERVER);
      default -> Optional.empty();
    };
  }

  static String namespaceOf(Dialect dialect) {
    return dialect.equals(SIGNAL_SERVER) ? SIGNAL_SERVER_NAMESPACE : ROOT;
  }
}
