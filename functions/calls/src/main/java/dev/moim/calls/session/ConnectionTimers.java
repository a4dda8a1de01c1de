package dev.moim.calls.session;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.MailboxDelivery;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.TimerActions;

/** What timers do that were set for a connection, if it is still what they were set for. */
public final class ConnectionTimers {

  private final Connections connections;
  private final LoseConnection loseConnection;
  private final EndConnection endConnection;
  private final MailboxDelivery mailboxDelivery;

  public ConnectionTimers(
      Connections connections,
      LoseConnection loseConnection,
      EndConnection endConnection,
      MailboxDelivery mailboxDelivery) {
    this.connections = connections;
    this.loseConnection = loseConnection;
    this.endConnection = endConnection;
    this.mailboxDelivery = mailboxDelivery;
  }

  public void addTo(TimerActions actions) {
    actions.on(LoseConnection.GRACE, this::onGrace).on(MailboxDelivery.DRAIN, this::onDrain);
  }

  private void onGrace(Timer timer) {
    connections.findNow(timer.get("connectionId")).ifPresent(this::endIfOver);
  }

  private void endIfOver(Connection connection) {
    if (connection.registrant().isEmpty()) {
      connections.remove(connection);
    } else if (connection.ending() || loseConnection.isOver(connection)) {
      endConnection.end(connection);
    }
  }

  private void onDrain(Timer timer) {
    connections
        .findNow(timer.get("connectionId"))
        .filter(Connection::registered)
        .ifPresent(connection -> mailboxDelivery.drain(timer, new Dialect(connection.dialect())));
  }
}
