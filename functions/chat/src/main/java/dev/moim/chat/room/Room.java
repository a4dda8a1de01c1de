package dev.moim.chat.room;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chat room of a meeting.
 *
 * @param id the meeting's
 * @param title the meeting's
 * @param picture the name of the meeting's, as its family stores it
 * @param hostId who has made the meeting
 * @param readerIds who takes part, the host included, in the order of their ids
 * @param since when it was made again, whatever was said before is not shown; the epoch if it was
 *     made once
 */
public record Room(
    long id,
    String title,
    @Nullable String picture,
    long hostId,
    List<Long> readerIds,
    Instant since) {

  public Room {
    readerIds = readerIds.stream().sorted().toList();
  }

  /** One that is made for the first time. */
  public static Room first(
      long id, String title, @Nullable String picture, long hostId, List<Long> readerIds) {
    return new Room(id, title, picture, hostId, readerIds, Instant.EPOCH);
  }

  /** The same without somebody who has just gone. */
  public Room without(long userId) {
    List<Long> others = readerIds.stream().filter(id -> id != userId).toList();
    return new Room(id, title, picture, hostId, others, since);
  }
}
