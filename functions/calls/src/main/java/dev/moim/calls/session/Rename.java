package dev.moim.calls.session;

import dev.moim.calls.connection.Connection;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seats;
import java.time.Instant;

/** Gives a user another name in every room it sits in. The document tells nobody. */
public final class Rename {

  private final Rooms rooms;
  private final Seats seats;

  public Rename(Rooms rooms, Seats seats) {
    this.rooms = rooms;
    this.seats = seats;
  }

  void everywhere(Connection connection, String name, Instant asked) {
    String userId = connection.owner().user();
    rooms
        .findAll(connection.roomKeys())
        .forEach(room ->
            room.seat(userId)
                .filter(seat -> seat.heldBy(connection.id()))
                .ifPresent(held -> seats.change(room, userId, seat -> seat.named(name, asked))));
  }
}
