package dev.moim.shared.licenses;

import dev.moim.shared.kernel.RoomCounter;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.License.KeyName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All tenants' licenses, as their clients use them. */
public interface Licenses extends RoomCounter {

  /** What a tenant's client authenticates for; each has a rate limit of its own. */
  enum Action {
    REGISTER(KeyName.AUTH_KEY),
    AUTH(KeyName.SECRET_KEY);

    private final KeyName key;

    Action(KeyName key) {
      this.key = key;
    }

    public KeyName key() {
      return key;
    }
  }

  /** The outcome of {@link #admit}. */
  sealed interface Admission {
    record Admitted(License license) implements Admission {}

    /** There is no such license, or its key is another; nobody can tell which. */
    record WrongKey() implements Admission {}

    record Disabled() implements Admission {}

    record TooSoon(Duration retryAfter) implements Admission {}
  }

  /** The outcome of {@link #openRoom}. */
  sealed interface Opening {
    record Opened() implements Opening {}

    /**
     * One of its id is listed: if it is there, none can be made; if not, this one takes its count
     * over, by {@link #countRoom} once it is made.
     */
    record CountedBefore() implements Opening {}

    record LimitReached() implements Opening {}

    record Disabled() implements Opening {}

    record UnknownLicense() implements Opening {}

    record TooSoon(Duration retryAfter) implements Opening {}
  }

  /** Strongly consistent. */
  Optional<License> find(String id);

  /**
   * @return false if a license of that id exists
   */
  boolean create(License license);

  /** Every license's id, a page at a time, in their order. */
  List<String> idsAfter(String lastId);

  /**
   * Checks a key, and takes a token of the action's {@linkplain RateLimits rate limit} if it is
   * right: a flood of wrong keys cannot lock the tenant out. Exact however many ask at once.
   */
  Admission admit(String licenseId, Action action, String key);

  /**
   * Counts a room against the limits before it is made, and lists it by name: exact however many
   * are made at once, and repeating it changes nothing. Where one of its id is listed already, that
   * count is taken for this one's.
   */
  Opening openRoom(RoomLife room);

  /** Counts and lists a room that exists, whatever the limits say. */
  void countRoom(RoomLife room);

  /**
   * Whether the license has more rooms open than it lists by name, as this instance saw it last.
   * Those that are made then are to know that they may be unlisted.
   */
  boolean isCrowded(String licenseId);

  /**
   * Whether servers of the license are told of its rooms, as this instance saw it last: by {@link
   * #openRoom}, for instance. Rooms that are made then are to know.
   */
  boolean isTold(String licenseId);

  /** The room is there and knows that it may be unlisted; it will be, by some later write. */
  void unlist(RoomLife room);

  /** Makes now what {@link #unlist} and {@link #settle} left to some later write, if anything. */
  void tidy(String licenseId);
}
