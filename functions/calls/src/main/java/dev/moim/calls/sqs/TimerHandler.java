package dev.moim.calls.sqs;

import dev.moim.calls.CallsWiring;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.session.EndConnection;
import dev.moim.shared.sockets.sqs.TimerEndpoint;

/** The family's timers; {@link CallsWiring#timerActions} lists what each does. */
public final class TimerHandler extends TimerEndpoint {

  private final Connections connections;
  private final EndConnection endConnection;

  public TimerHandler() {
    this(CallsWiring.ofLambda());
  }

  private TimerHandler(CallsWiring wiring) {
    super(wiring.timerActions());
    this.connections = wiring.connections();
    this.endConnection = wiring.endConnection();
  }

  @Override
  protected void prime() {
    connections.findNow("snapshot").ifPresent(endConnection::end);
  }
}
