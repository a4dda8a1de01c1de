package dev.moim.licenses;

import dev.moim.licenses.Usage.Use;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.licenses.License;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.RoomPosition;
import dev.moim.shared.rooms.RoomUsage;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds up how long a tenant's rooms were open: those that ended, and those that still are. */
public final class ReadUsage {

  /** How far the clock of the function that ended a room may be ahead of ours. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final RoomDirectory directory;
  private final RoomUsage usage;
  private final Clock clock;

  public ReadUsage(RoomDirectory directory, RoomUsage usage, Clock clock) {
    this.directory = directory;
    this.usage = usage;
    this.clock = clock;
  }

  /**
   * Rooms still open come with the first answer; {@code limit} counts those that ended.
   *
   * @param query {@code startTime}, {@code endTime}, {@code limit} and {@code cursor}
   */
  public Usage during(License tenant, Fields query) {
    Instant now = clock.instant();
    Period period = Period.of(query, now);
    int limit = query.optionalInt("limit", 1, RoomUsage.MAX_PAGE).orElse(RoomUsage.MAX_PAGE);
    Optional<String> cursor = query.optionalText("cursor");
    // Before the others: whichever ends meanwhile is found there.
    List<RoomFacts> open = cursor.isPresent() ? List.of() : directory.everyOne(tenant.id());
    // A room that ended after the period may have begun in it.
    Duration since = Duration.between(period.start(), now.plus(SKEW));
    Page<UsedRoom> ended = usage.ended(tenant.id(), period.start(), since, limit, cursor);
    return new Usage(tenant.domain(), uses(period, now, open, ended.items()), ended.next());
  }

  private static List<Use> uses(
      Period period, Instant now, List<RoomFacts> open, List<UsedRoom> ended) {
    Set<RoomPosition> gone = ended.stream().map(ReadUsage::position).collect(Collectors.toSet());
    Stream<Use> stillOpen =
        open.stream()
            .map(room -> new RoomPosition(room.createdAt(), room.key().roomId()))
            .filter(position -> !gone.contains(position))
            .sorted()
            .map(position -> use(position, period, now.toEpochMilli()));
    Stream<Use> past = ended.stream().map(room -> use(position(room), period, room.endedAt()));
    return Stream.concat(stillOpen, past)
        .filter(use -> use.createdAt() < period.end().toEpochMilli())
        .toList();
  }

  private static RoomPosition position(UsedRoom room) {
    return new RoomPosition(room.openedAt(), room.roomId());
  }

  private static Use use(RoomPosition position, Period period, long until) {
    Instant from = Instant.ofEpochMilli(position.createdAt());
    Duration open = Duration.between(from, Instant.ofEpochMilli(until));
    return new Use(position.roomId(), position.createdAt(), period.shareOf(from, open));
  }
}
