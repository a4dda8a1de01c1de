package dev.moim.calls.room;

import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.LookUntilTrue;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Whether what members were told of a room is still so once they have heard it: somebody else may
 * have told them something newer meanwhile, and been faster.
 */
public final class RoomLook {

  private final Rooms rooms;

  public RoomLook(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * @param told the room as members were told of it
   * @param shown what they were told, of a room
   * @param news what to tell of a room that shows something else; nothing if nobody need know
   */
  public Outcome after(
      Outcome outcome, Room told, Function<Room, ?> shown, Function<Room, List<Notice>> news) {
    AtomicReference<Object> last = new AtomicReference<>(shown.apply(told));
    return LookUntilTrue.after(
        outcome,
        () ->
            rooms
                .findNow(told.key())
                .filter(now -> differs(last, shown.apply(now)))
                .map(news)
                .orElse(List.of()));
  }

  private static boolean differs(AtomicReference<Object> last, Object now) {
    return !last.getAndSet(now).equals(now);
  }
}
