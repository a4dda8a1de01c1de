package dev.moim.chat.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was said in rooms. */
public interface Messages {

  /** What became of a message. */
  enum Added {
    DONE,
    /** Its client has sent it before, and it was added then. */
    REPEATED,
    NO_ROOM
  }

  /** Adds a message and counts it. One request. */
  Added add(ChatMessage message, Optional<String> clientId);

  /**
   * Adds what the room says.
   *
   * @return false if it has said so before
   */
  boolean note(ChatMessage notice);

  /**
   * A part of what was said.
   *
   * @param first before every id that may be shown
   * @param from a message's id
   * @param backwards whether what is before it is wanted, or what comes after it
   */
  record Window(String first, String from, boolean backwards, int size) {

    public static final int MAX_SIZE = 100;

    public Window(String from, boolean backwards, int size) {
      this("", from, backwards, size);
    }

    /** The same of what was said from then on. */
    public Window since(Instant moment) {
      String id = MessageIds.from(moment);
      return new Window(id, id.compareTo(from) > 0 ? id : from, backwards, size);
    }
  }

  /** The oldest first. One request; the answer is the latest. */
  List<ChatMessage> page(long roomId, Window window);
}
