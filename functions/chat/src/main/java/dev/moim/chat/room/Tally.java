package dev.moim.chat.room;

/**
 * What changes in a room with each message.
 *
 * @param total how many messages were ever sent
 * @param last the text of the last one; "" before the first
 * @param lastId its id; "" before the first
 */
public record Tally(long total, String last, String lastId) {

  public static final Tally NONE = new Tally(0, "", "");
}
