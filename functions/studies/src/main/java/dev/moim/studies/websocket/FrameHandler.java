package dev.moim.studies.websocket;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.Examples;
import dev.moim.shared.sockets.websocket.FrameEndpoint;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.Recipients;

/** {@code $default}: every frame of a socket. */
@Examples("default")
public final class FrameHandler extends FrameEndpoint {

  public FrameHandler() {
    Deployment deployment = Deployment.of(Environment.settings());
    this(new SignalWiring(deployment).frames(), deployment.sockets());
  }

  public FrameHandler(Frames frames, Sockets sockets) {
    super(Recipients.DIALECT, frames, sockets);
  }

  /** A connection is refused and an offer reaches nobody: nothing is changed by either. */
  @Override
  protected void prime() {
    rehearse("40{\"token\":\"snapshot\"}");
    rehearse("42[\"video:offer\",{\"to\":\"nobody\",\"offer\":{}}]");
  }
}
