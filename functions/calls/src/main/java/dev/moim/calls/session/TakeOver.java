package dev.moim.calls.session;

import dev.moim.calls.CallError;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.MailboxDelivery;
import dev.moim.calls.connection.Owner;
import dev.moim.calls.connection.Registrations;
import dev.moim.calls.connection.Registrations.Registration;
import dev.moim.calls.room.FreeStray;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A user registers while another socket speaks for it. The newcomer takes over, seats and mailbox
 * included, if the old socket is gone, or with {@code forced}, or with the {@code resumeToken} of
 * the earlier reply: after a change of network the old socket looks alive for minutes.
 */
public final class TakeOver {

  private final Connections connections;
  private final Registrations registrations;
  private final Sockets sockets;
  private final Rooms rooms;
  private final Seats seats;
  private final Timers timers;

  public TakeOver(
      Connections connections,
      Registrations registrations,
      Sockets sockets,
      Rooms rooms,
      Seats seats,
      Timers timers) {
    this.connections = connections;
    this.registrations = registrations;
    this.sockets = sockets;
    this.rooms = rooms;
    this.seats = seats;
    this.timers = timers;
  }

  /**
   * A name that was another connection's.
   *
   * @param oldId whose it was
   * @param old what is known of that connection as this user's
   * @param lost whether its socket is known to be gone
   */
  record Won(String oldId, Optional<Connection> old, boolean lost) {}

  /**
   * Takes the name, and nothing else yet.
   *
   * @throws DomainException if the newcomer may not, or somebody else was faster
   */
  Won win(
      Registration old,
      Owner owner,
      Registration registration,
      boolean forced,
      Optional<String> resumeToken) {
    Optional<Connection> found = connections.findNow(old.connectionId());
    boolean lost = found.isEmpty() || found.get().loss().isPresent();
    boolean entitled =
        lost
            || forced
            || resumeToken.filter(old.resumeToken()::matches).isPresent()
            || !sockets.isOpen(old.connectionId());
    if (!entitled || !registrations.replace(owner, old.connectionId(), registration)) {
      throw new DomainException(CallError.ALREADY_REGISTERED);
    }
    // A function that died with the name left its socket in the rooms of somebody else.
    return new Won(old.connectionId(), found.filter(known -> known.isOf(owner)), lost);
  }

  /**
   * Moves all that was the old connection's.
   *
   * @return whether nothing can have been missed: the old socket's end was seen, so all since then
   *     is in the mailbox
   */
  boolean move(Won won, Connection newcomer) {
    Owner owner = newcomer.owner();
    // Should the old socket speak for somebody else by now, what was read of it is the last of it.
    Optional<Connection> last =
        won.old().map(known -> connections.beginEnd(known.id(), owner).orElse(known));
    connections.register(newcomer.in(last.map(Connection::rooms).orElseGet(Set::of)));
    last.ifPresent(known -> moveSeats(known, newcomer));
    if (!won.lost()) {
      sockets.close(won.oldId());
    }
    timers.set(MailboxDelivery.drain(owner, newcomer.id()), Duration.ZERO);
    return won.old().flatMap(Connection::loss).filter(Connection.Loss::seen).isPresent();
  }

  /** The newcomer is known to be in these rooms already: a seat it takes is freed with it. */
  private void moveSeats(Connection old, Connection newcomer) {
    old.rooms().forEach(roomId -> moveSeat(roomId, old, newcomer));
    connections.remove(old);
  }

  private void moveSeat(String roomId, Connection old, Connection newcomer) {
    Owner owner = newcomer.owner();
    SeatHolder before = new SeatHolder(owner.user(), old.id());
    rooms
        .findNow(owner.room(roomId))
        .flatMap(room -> room.seat(owner.user()))
        .filter(seat -> seat.heldBy(old.id()))
        .map(seat -> onto(newcomer, seat))
        .filter(seat -> seats.move(owner.room(roomId), before, seat).isEmpty())
        .ifPresent(barred -> timers.set(FreeStray.of(owner.room(roomId), before), Duration.ZERO));
  }

  private static Seat onto(Connection newcomer, Seat seat) {
    Seat moved =
        seat.on(SeatConnection.socket(newcomer.id(), newcomer.viewer(), newcomer.dialect()))
            .with(Trait.RETURNING, true);
    return newcomer.named() ? moved.named(newcomer.name()) : moved;
  }
}
