package dev.moim.studies.sqs;

import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.QueueHandler;
import dev.moim.shared.sockets.socketio.EngineIoTimers;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.Broadcast;
import dev.moim.studies.signal.Deadlines;
import dev.moim.studies.signal.LoseSocket;

/**
 * The family's timers. Each names what it was set for and does nothing when the world has moved on:
 * SQS may deliver late and twice.
 */
public final class TimerHandler extends QueueHandler {

  private final EngineIoTimers engineIo;
  private final Broadcast broadcast;
  private final LoseSocket loseSocket;
  private final Deadlines deadlines;

  public TimerHandler() {
    this(new SignalWiring(Environment.settings()));
  }

  TimerHandler(SignalWiring wiring) {
    this.engineIo = wiring.engineIo();
    this.broadcast = wiring.broadcast();
    this.loseSocket = wiring.loseSocket();
    this.deadlines = wiring.deadlines();
  }

  @Override
  protected void handle(String messageBody) {
    Timer timer = SqsTimers.read(messageBody);
    switch (timer.kind()) {
      case EngineIoTimers.GREET -> engineIo.onGreet(timer);
      case EngineIoTimers.PING -> engineIo.onPing(timer);
      case Broadcast.LOST -> loseSocket.onLost(timer);
      case Broadcast.RETRY -> broadcast.retry(timer);
      case Deadlines.GRACE -> deadlines.onGrace(timer);
      case Deadlines.LEASE -> deadlines.onLease(timer);
      case Deadlines.UNJOINED -> deadlines.onUnjoined(timer);
      default -> throw new IllegalArgumentException("unknown timer " + timer.kind());
    }
  }

  @Override
  protected void prime() {
    loseSocket.closed("snapshot");
  }
}
