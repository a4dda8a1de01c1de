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

  /**
   * All rooms, or a page of them if the client asks for one.
   *
   * @param limit how many a page may hold; as the client wrote it
   */
  public Page<RoomFacts> list(Caller caller, Optional<String> limit, Optional<String> cursor) {
    if (limit.isPresent() || cursor.isPresent()) {
      int size = limit.map(ReadRooms::size).orElse(MAX_LIMIT);
      return directory.list(caller.licenseId(), size, cursor);
    }
    List<RoomFacts> all = new ArrayList<>();
    Page<RoomFacts> page = directory.list(caller.licenseId(), RoomDirectory.MAX_PAGE, cursor);
    all.addAll(page.items());
    while (page.next().isPresent()) {
      page = directory.list(caller.licenseId(), RoomDirectory.MAX_PAGE, page.next());
      all.addAll(page.items());
    }
    return new Page<>(all, Optional.empty());
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
