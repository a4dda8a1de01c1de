package dev.moim.shared.rooms;

import dev.moim.shared.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open rooms of a license. It may be a moment behind {@link Rooms}. */
public interface RoomDirectory {

  /** The most rooms one page holds: their facts still fit into the 1 MB of one query. */
  int MAX_PAGE = 500;

  /**
   * Rooms with media, the latest first.
   *
   * @param limit from 1 to {@link #MAX_PAGE}
   * @param cursor what the page before said comes next
   * @throws dev.moim.shared.kernel.FieldException if the cursor is not one of ours
   */
  Page<RoomFacts> list(String licenseId, int limit, Optional<String> cursor);

  /** The same of all rooms, with media or without. */
  Page<RoomFacts> listAll(String licenseId, int limit, Optional<String> cursor);

  /** Every room, the latest first: no license may have more than a few hundred. */
  default List<RoomFacts> everyOne(String licenseId) {
    List<RoomFacts> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<RoomFacts> page = listAll(licenseId, MAX_PAGE, cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }
}
