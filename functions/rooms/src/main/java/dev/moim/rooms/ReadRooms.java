package dev.moim.rooms;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows one room, or the open rooms of a license. */
public final class ReadRooms {

  /** The most rooms a client gets at once when it asks for pages. */
  private static final int MAX_LIMIT = 100;

  private final RoomFinder finder;
  private final RoomDirectory directory;

  public ReadRooms(RoomFinder finder, RoomDirectory directory) {
    this.finder = finder;
    this.directory = directory;
  }

  public RoomFacts one(Caller caller, String idOrSid) {
    return finder.require(caller, idOrSid).facts();
  }

  /** All rooms, however many. */
  public Page<RoomFacts> all(Caller caller) {
    List<RoomFacts> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<RoomFacts> page = directory.list(caller.licenseId(), RoomDirectory.MAX_PAGE, cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent());
    return new Page<>(all, Optional.empty());
  }

  /**
   * Some rooms.
   *
   * @param limit how many a page may hold; as the client wrote it
   * @param cursor what the page before said comes next
   */
  public Page<RoomFacts> page(Optional<String> limit, Caller caller, Optional<String> cursor) {
    return directory.list(caller.licenseId(), limit.map(ReadRooms::size).orElse(MAX_LIMIT), cursor);
  }

  private static int size(String limit) {
    try {
      int size = Integer.parseInt(limit);
      if (size >= 1 && size <= MAX_LIMIT) {
        return size;
      }
    } catch (NumberFormatException notANumber) {
      // Answered like a number out of range.
    }
    throw FieldException.invalid("limit", "a number from 1 to " + MAX_LIMIT);
  }
}
