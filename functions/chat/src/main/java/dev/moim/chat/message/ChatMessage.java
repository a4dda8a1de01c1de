package dev.moim.chat.message;

import java.time.Instant;

/**
 * What somebody has said in a room, or what the room says about them.
 *
 * @param id sorts by when it was sent, within its room
 * @param text of a notice, what follows the name of whom it is about
 * @param notice whether the room says it: who comes and who goes. Notices are nobody's to read
 */
public record ChatMessage(
    long roomId, String id, Author author, String text, Instant sentAt, boolean notice) {

  /** The longest text, in UTF-16 units. */
  public static final int MAX_LENGTH = 2_000;

  public static ChatMessage said(long roomId, String id, Author author, String text, Instant at) {
    return new ChatMessage(roomId, id, author, text, at, false);
  }

  ChatMessage by(Author other) {
    return new ChatMessage(roomId, id, other, text, sentAt, notice);
  }

  /** What everybody reads. */
  public String shown() {
    return notice ? author.nickname() + text : text;
  }

  public static ChatMessage notice(long roomId, String id, Author whom, String text, Instant at) {
    return new ChatMessage(roomId, id, whom, text, at, true);
  }
}
