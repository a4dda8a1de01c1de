package dev.moim.shared.rooms;

/**
 * How a room was used by people: what its seats alone do not tell any more.
 *
 * @param joins how often somebody came in; a return within the grace is none, nor is a token that
 *     nobody used
 * @param peak the most who were in it at once
 */
public record Tally(long joins, long peak) {

  public static final Tally NONE = new Tally(0, 0);
}
