package dev.moim.chat.room;

import java.util.OptionalLong;

/**
 * How far somebody has read in a room. Their own messages count as read by them.
 *
 * @param own how many messages of the room are theirs
 * @param read how many of others' they had read when they last looked; empty if they never did
 */
public record Seat(long own, OptionalLong read) {

  public static final Seat NEVER = new Seat(0, OptionalLong.empty());

  /** Messages of others since then; empty for somebody who has never looked. */
  public OptionalLong unread(Tally tally) {
    return read.isPresent()
        ? OptionalLong.of(Math.max(0, tally.total() - own - read.getAsLong()))
        : OptionalLong.empty();
  }

  public boolean hasNews(Tally tally) {
    return unread(tally).orElse(0) > 0;
  }

  /** The same after having read everything. */
  public Seat readAll(Tally tally) {
    return new Seat(own, OptionalLong.of(tally.total() - own));
  }
}
