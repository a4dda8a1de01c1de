package dev.moim.chat.websocket;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.SocketWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.Examples;
import dev.moim.shared.sockets.stomp.StompServer;
import dev.moim.shared.sockets.websocket.StompEndpoint;

/** {@code $default}: every message of a socket. */
@Examples("default")
public final class FrameHandler extends StompEndpoint {

  public FrameHandler() {
    Deployment deployment = Deployment.of(Environment.settings());
    this(new SocketWiring(new ChatWiring(deployment)).server(), deployment.sockets());
  }

  public FrameHandler(StompServer server, Sockets sockets) {
    super(server, sockets);
  }

  /** Nobody has said hello over this socket: nothing is changed. */
  @Override
  protected void prime() {
    rehearse("SUBSCRIBE\nid:0\ndestination:/sub/chat/room/1\n\n\0");
    rehearse(
        "SEND\ndestination:/pub/chat/message\n\n{\"userId\":1,\"roomId\":1,\"message\":\"-\"}\0");
  }
}
