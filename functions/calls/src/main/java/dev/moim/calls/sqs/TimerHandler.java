package dev.moim.calls.sqs;

import dev.moim.calls.CallsWiring;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Outbox;
import dev.moim.calls.media.GroupMedia;
import dev.moim.calls.room.CloseDisabled;
import dev.moim.calls.room.UnjoinedRoom;
import dev.moim.calls.session.EndConnection;
import dev.moim.calls.session.LoseConnection;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.QueueHandler;
import dev.moim.shared.sockets.socketio.EngineIoTimers;

/**
 * The family's timers. Each carries the connection it was set for and does nothing when the world
 * has moved on: SQS may deliver late and twice.
 */
public final class TimerHandler extends QueueHandler {

  private final Connections connections;
  private final Outbox outbox;
  private final LoseConnection loseConnection;
  private final EndConnection endConnection;
  private final UnjoinedRoom unjoinedRoom;
  private final CloseDisabled closeDisabled;
  private final GroupMedia media;
  private final EngineIoTimers engineIo;

  public TimerHandler() {
    this(new CallsWiring(Environment.settings()));
  }

  TimerHandler(CallsWiring wiring) {
    this.connections = wiring.connections();
    this.outbox = wiring.outbox();
    this.loseConnection = wiring.loseConnection();
    this.endConnection = wiring.endConnection();
    this.unjoinedRoom = wiring.unjoinedRoom();
    this.closeDisabled = wiring.closeDisabled();
    this.media = wiring.media();
    this.engineIo = wiring.engineIo();
  }

  @Override
  protected void handle(String messageBody) {
    Timer timer = SqsTimers.read(messageBody);
    switch (timer.kind()) {
      case EngineIoTimers.GREET -> engineIo.onGreet(timer);
      case EngineIoTimers.PING -> engineIo.onPing(timer);
      case LoseConnection.GRACE -> onGrace(timer);
      case Outbox.DRAIN -> onDrain(timer);
      case Outbox.RETRY -> outbox.retry(timer);
      case UnjoinedRoom.TIMER -> unjoinedRoom.expire(timer);
      case CloseDisabled.TIMER -> closeDisabled.onTimer();
      case GroupMedia.REMOVE -> media.onRemove(timer);
      case GroupMedia.CLOSE -> media.onClose(timer);
      default -> throw new IllegalArgumentException("unknown timer " + timer.kind());
    }
  }

  @Override
  protected void prime() {
    connections.findNow("snapshot").ifPresent(endConnection::end);
  }

  private void onGrace(Timer timer) {
    connections
        .findNow(timer.get("connectionId"))
        .ifPresent(connection -> {
          if (!connection.registered()) {
            connections.remove(connection.id());
          } else if (loseConnection.isOver(connection)) {
            endConnection.end(connection);
          }
        });
  }

  private void onDrain(Timer timer) {
    connections
        .findNow(timer.get("connectionId"))
        .filter(Connection::registered)
        .ifPresent(connection -> outbox.drain(timer, connection.dialect()));
  }
}
