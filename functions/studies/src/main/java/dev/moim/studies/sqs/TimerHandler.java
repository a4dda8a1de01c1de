package dev.moim.studies.sqs;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.sqs.TimerEndpoint;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.LoseSocket;

/** The family's timers. */
public final class TimerHandler extends TimerEndpoint {

  private final LoseSocket loseSocket;

  public TimerHandler() {
    SignalWiring wiring = new SignalWiring(Deployment.of(Environment.settings()));
    this(wiring.timerActions(), wiring.loseSocket());
  }

  public TimerHandler(TimerActions actions, LoseSocket loseSocket) {
    super(actions);
    this.loseSocket = loseSocket;
  }

  @Override
  protected void prime() {
    loseSocket.closed("snapshot");
  }
}
