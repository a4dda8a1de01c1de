package dev.moim.local.socket;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** Jetty's end of a socket. */
public final class SocketSession implements Session.Listener.AutoDemanding {

  private final SocketGateway gateway;
  private final Connection connection;

  SocketSession(SocketGateway gateway, Connection connection) {
    this.gateway = gateway;
    this.connection = connection;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    connection.opened(session);
  }

  @Override
  public void onWebSocketText(String message) {
    gateway.received(connection, message);
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    gateway.close(connection, CloseReason.BINARY);
    callback.succeed();
  }

  @Override
  public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
    gateway.closed(connection, CloseReason.fromClient(code, reason));
    callback.succeed();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    // Jetty closes the session with the fitting code, which arrives in onWebSocketClose.
  }
}
