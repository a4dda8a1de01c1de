package dev.moim.chat.room;

import dev.moim.chat.message.MessageIds;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How far somebody has read in a room. Their own messages count as read by them.
 *
 * @param since when they were let in
 * @param own how many messages of the room are theirs
 * @param read how many of others' they had read when they last looked; empty if they never did
 * @param out whether they have left or were put out, which their meeting may not know yet
 */
public record Seat(Instant since, long own, OptionalLong read, boolean out) {

  public static final Seat NEVER = new Seat(Instant.EPOCH, 0, OptionalLong.empty(), false);

  /** Messages of others since then; empty for somebody who has never looked. */
  public OptionalLong unread(Tally tally) {
    return read.isPresent()
        ? OptionalLong.of(Math.max(0, tally.total() - own - read.getAsLong()))
        : OptionalLong.empty();
  }

  /**
   * Whether others have said something since they looked. Of somebody who never did, that is known
   * only as long as they have said nothing themselves.
   */
  public boolean hasNews(Tally tally) {
    return read.isPresent()
        ? unread(tally).orElse(0) > 0
        : own == 0 && tally.lastId().compareTo(MessageIds.from(since)) > 0;
  }

  /** The same after having read everything. */
  public Seat readAll(Tally tally) {
    return new Seat(since, own, OptionalLong.of(tally.total() - own), out);
  }
}
