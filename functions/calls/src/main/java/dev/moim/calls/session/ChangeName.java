package dev.moim.calls.session;

import dev.moim.calls.CallFields;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.room.Membership;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/** {@code changeName}: another display name, here and in every room. The document tells nobody. */
public final class ChangeName implements Operation {

  private final Membership membership;
  private final Connections connections;
  private final Rooms rooms;
  private final Seats seats;

  public ChangeName(Membership membership, Connections connections, Rooms rooms, Seats seats) {
    this.membership = membership;
    this.connections = connections;
    this.rooms = rooms;
    this.seats = seats;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = CallFields.userId(request);
    String name = CallFields.name(request).orElseThrow(() -> FieldException.missing("name"));
    Connection caller = membership.registered(sender, userId);
    connections.rename(caller, name);
    rooms
        .findAll(caller.roomKeys())
        .forEach(room ->
            room.seat(userId)
                .filter(seat -> seat.heldBy(caller.id()))
                .ifPresent(held ->
                    seats.change(room, userId, seat -> seat.named(name, sender.receivedAt()))));
    return Outcome.reply(Map.of("name", name));
  }
}
