package dev.moim.licenses;

import dev.moim.licenses.Usage.Use;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.License;
import dev.moim.shared.rooms.Messages;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.RoomPosition;
import dev.moim.shared.rooms.RoomUsage;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds up how a tenant's rooms were used: those that ended, and those that still are open. */
public final class ReadUsage {

  /** How far the clock of the function that ended a room may be ahead of ours. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final RoomDirectory directory;
  private final Rooms rooms;
  private final RoomUsage usage;
  private final Messages messages;
  private final Clock clock;

  public ReadUsage(
      RoomDirectory directory, Rooms rooms, RoomUsage usage, Messages messages, Clock clock) {
    this.directory = directory;
    this.rooms = rooms;
    this.usage = usage;
    this.messages = messages;
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
    List<Life> open = cursor.isPresent() ? List.of() : open(tenant, now);
    // A room that ended after the period may have begun in it.
    Duration since = Duration.between(period.start(), now.plus(SKEW));
    Page<UsedRoom> ended = usage.ended(tenant.id(), period.start(), since, limit, cursor);
    return new Usage(
        tenant.domain(), uses(period, both(tenant, open, ended.items())), ended.next());
  }

  /** A room from its beginning to its end, or until now. */
  private record Life(RoomLife room, long until, Tally tally) {}

  /** The index is a moment behind: of a room that has just ended nobody knows who was in it. */
  private List<Life> open(License tenant, Instant now) {
    List<RoomFacts> listed = directory.everyOne(tenant.id());
    Map<RoomLife, Tally> tallies = new HashMap<>();
    rooms
        .findAll(listed.stream().map(RoomFacts::key).toList())
        .forEach(room -> tallies.put(room.life(), new Tally(room.tally().joins(), room.peak())));
    return listed.stream()
        .map(facts -> new RoomLife(facts.key(), facts.createdAt()))
        .sorted(Comparator.comparing(ReadUsage::position))
        .map(life -> new Life(life, now.toEpochMilli(), tallies.getOrDefault(life, Tally.NONE)))
        .toList();
  }

  private static List<Life> both(License tenant, List<Life> open, List<UsedRoom> ended) {
    List<Life> past =
        ended.stream()
            .map(room ->
                new Life(
                    new RoomLife(tenant.room(room.roomId()), room.openedAt()),
                    room.endedAt(),
                    room.tally()))
            .toList();
    Set<RoomLife> gone = past.stream().map(Life::room).collect(Collectors.toSet());
    return Stream.concat(open.stream().filter(life -> !gone.contains(life.room())), past.stream())
        .toList();
  }

  private List<Use> uses(Period period, List<Life> lives) {
    List<Life> within =
        lives.stream()
            .filter(life -> life.room().createdAt() < period.end().toEpochMilli())
            .toList();
    Map<RoomLife, Long> said = messages.of(within.stream().map(Life::room).toList());
    return within.stream()
        .map(life -> use(life, period, said.getOrDefault(life.room(), 0L)))
        .toList();
  }

  private static RoomPosition position(RoomLife room) {
    return new RoomPosition(room.createdAt(), room.roomId());
  }

  private static Use use(Life life, Period period, long messages) {
    Instant from = Instant.ofEpochMilli(life.room().createdAt());
    Duration open = Duration.between(from, Instant.ofEpochMilli(life.until()));
    return new Use(
        life.room().roomId(),
        life.room().createdAt(),
        period.shareOf(from, open),
        life.tally(),
        messages);
  }
}
