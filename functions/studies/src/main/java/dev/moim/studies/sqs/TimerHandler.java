package dev.moim.studies.sqs;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.sockets.sqs.TimerEndpoint;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.LoseSocket;

/** The family's timers. */
public final class TimerHandler extends TimerEndpoint {

  private final LoseSocket loseSocket;

  public TimerHandler() {
    this(new SignalWiring(Environment.settings()));
  }

  public TimerHandler(SignalWiring wiring) {
    super(wiring.timerActions());
    this.loseSocket = wiring.loseSocket();
  }

  @Override
  protected void prime() {
    loseSocket.closed("snapshot");
  }
}
