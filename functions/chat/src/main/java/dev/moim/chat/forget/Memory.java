package dev.moim.chat.forget;

import dev.moim.chat.room.Asked;
import java.util.List;

/** What is kept of people. All of it may be forgotten twice. */
public interface Memory {

  /** Somebody's open sockets. One request. */
  List<String> connectionIds(long userId);

  /** Rooms in which somebody has a seat. One request. */
  List<Long> roomIds(long userId);

  /** Takes somebody out of a room, which has no host then if it was they. Two requests. */
  void vacate(Asked who);

  /**
   * Lets everything that names somebody name nobody: what they said, and what was said of them,
   * also in rooms that are gone. One request for each 100.
   */
  void forgetName(long userId);

  /** Deletes what else is kept for somebody: what they were told. One request for each 100. */
  void clear(long userId);
}
