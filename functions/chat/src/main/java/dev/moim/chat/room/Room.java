package dev.moim.chat.room;

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
 */
public record Room(
    long id, String title, @Nullable String picture, long hostId, List<Long> readerIds) {

  public Room {
    readerIds = readerIds.stream().sorted().toList();
  }

  /** The same without somebody who has just gone. */
  public Room without(long userId) {
    List<Long> others = readerIds.stream().filter(id -> id != userId).toList();
    return new Room(id, title, picture, hostId, others);
  }
}
