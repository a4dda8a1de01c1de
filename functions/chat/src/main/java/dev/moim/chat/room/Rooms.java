package dev.moim.chat.room;

import dev.moim.chat.message.ChatMessage;
import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Chat rooms, and how far everybody has read in them. */
public interface Rooms {

  /**
   * What a request about a room has to know.
   *
   * @param caller empty for somebody whose account is gone
   * @param member what the caller is in the meeting, if anything
   */
  record Visit(
      Optional<Person> caller,
      Optional<Member> member,
      Optional<Room> room,
      Tally tally,
      Seat seat) {}

  /** One request; the answer is the latest. */
  Visit visit(Asked asked);

  /** One request; the answer is the latest. */
  Optional<Room> find(long roomId);

  /** All rooms of somebody, in no particular order. Two requests for up to 50. */
  List<Entry> of(long userId);

  /** The same, perhaps a moment ago, for half the price. */
  List<Entry> lately(long userId);

  /** Makes a room; false if there is one already, or was one, which stays as it is. */
  boolean create(Room room);

  /**
   * Makes a room again that was closed: called as its meeting is by now, with its host only, and
   * without what was said in it.
   */
  void reopen(Asked host);

  /** Writes what the meeting is called by now, also for a closed room; nothing if there is none. */
  void describe(Room described);

  /** Deletes a room with the seats of those who took part, but not what its meeting is called. */
  void close(Room room);

  /** Deletes a room that ends with its meeting, likewise. */
  void delete(Room room);

  /** Lets somebody in; twice does no harm. False if there is no room. */
  boolean enter(Asked who);

  /** Takes somebody's seat away; nothing if they have none. */
  void exit(Asked who);

  /**
   * The same, and tells the family of the meeting to let them go. Until it has, they are kept out
   * by the seat that is empty. One request.
   */
  void exit(Asked who, DomainEvent event);

  /**
   * A room as it is entered.
   *
   * @param newest its last messages, the oldest first
   */
  record Opened(Optional<Room> room, Tally tally, List<ChatMessage> newest) {

    /** No message takes so long to be written. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(2);

    /**
     * Whether the count is that of the messages. Whoever reads meets others half-way, and may see a
     * count without its message, or the other way round; a moment later they see both.
     *
     * @param wanted how many messages were asked for
     */
    public boolean isWhole(Instant now, int wanted) {
      boolean shown =
          tally.lastId().isEmpty()
              || newest.size() == wanted
              || newest.stream().anyMatch(message -> message.id().equals(tally.lastId()));
      return shown
          && newest.stream()
              .filter(message -> !message.notice())
              .filter(message -> message.sentAt().isAfter(now.minus(IN_FLIGHT)))
              .allMatch(message -> message.id().compareTo(tally.lastId()) <= 0);
    }
  }

  /** One request; up to three while somebody speaks. */
  Opened open(long roomId, int messages);

  /** What became of a read mark. */
  enum Marked {
    DONE,
    /** They do not take part. */
    NO_MEMBER,
    /** They have no profile, or no account any more. */
    NO_PROFILE
  }

  /**
   * Notes that somebody has read everything there was by then. One request.
   *
   * @param seen how many messages the room had
   */
  Marked markRead(Asked who, Tally seen);
}
