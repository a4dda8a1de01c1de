package dev.moim.chat.room;

import java.util.OptionalLong;

/** A room as somebody finds it in their list. */
public record Entry(Room room, Tally tally, Seat seat) {

  public OptionalLong unread() {
    return seat.unread(tally);
  }

  /** Whether there is something to read for them. */
  public boolean hasNews() {
    return seat.hasNews(tally);
  }

  Entry readAll() {
    return new Entry(room, tally, seat.readAll(tally));
  }

  public Entry of(Room changed) {
    return new Entry(changed, tally, seat);
  }
}
