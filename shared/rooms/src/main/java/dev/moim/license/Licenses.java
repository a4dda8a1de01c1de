package dev.moim.license;

import java.util.List;
import java.util.Optional;

/** All tenants' licenses. */
public interface Licenses {

  /** How opening a room ended. */
  enum Opening {
    OPENED,
    LIMIT_REACHED,
    DISABLED,
    UNKNOWN_LICENSE
  }

  /** Strongly consistent: a disabled license must not register anybody a moment later. */
  Optional<License> find(String id);

  /**
   * @return false if a license of that id exists
   */
  boolean create(License license);

  /** Every license's id, a page at a time, in their order. */
  List<String> idsAfter(String lastId);

  /**
   * Counts a room against the limit before it is made: exact however many are made at once, and
   * repeating it for the same room changes nothing.
   */
  Opening openRoom(String licenseId, String roomId);

  void closeRoom(String licenseId, String roomId);
}
