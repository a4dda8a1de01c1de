package dev.moim.rooms;

import dev.moim.shared.kernel.DomainException;
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
   * All rooms, however many.
   *
   * @param plain whether also those without media
   */
  public Page<RoomFacts> all(Caller caller, boolean plain) {
    List<RoomFacts> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<RoomFacts> page = list(caller, plain, RoomDirectory.MAX_PAGE, cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent());
    return new Page<>(all, Optional.empty());
  }

  /**
   * Some rooms.
   *
   * @param limit how many a page may hold; as the client wrote it
   * @param plain whether also those without media
   * @param cursor what the page before said comes next
   */
  public Page<RoomFacts> page(
      Optional<String> limit, Caller caller, boolean plain, Optional<String> cursor) {
    return list(caller, plain, limit.map(ReadRooms::size).orElse(MAX_LIMIT), cursor);
  }

  private Page<RoomFacts> list(Caller caller, boolean plain, int limit, Optional<String> cursor) {
    if (plain && !caller.proven()) {
      throw new DomainException(RoomError.UNAUTHORIZED);
    }
    return plain
        ? directory.listAll(caller.licenseId(), limit, cursor)
        : directory.list(caller.licenseId(), limit, cursor);
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
