package dev.moim.shared.licenses;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.License.KeyName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All tenants' licenses, as their clients use them. */
public interface Licenses {

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
   * Counts a room against the limits before it is made: exact however many are made at once, and
   * repeating it for a room that is counted changes nothing.
   */
  Opening openRoom(RoomKey room);

  /** Counts a room that exists, whatever the limits say. */
  void countRoom(RoomKey room);

  /** Counts a room no more; one that is not counted changes nothing. */
  void closeRoom(RoomKey room);
}
