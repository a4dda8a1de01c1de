package dev.moim.webhooks.event;

import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change of a room means. A room is one item and every change of it one write, so the item
 * before and after tells all that happened, once.
 */
public final class RoomEvents {

  private final Room room;
  private final Instant at;
  private final long rev;
  private final List<HookEvent> events = new ArrayList<>();

  private RoomEvents(Room room, Instant at, long rev) {
    this.room = room;
    this.at = at;
    this.rev = rev;
  }

  /**
   * @param before the room as it was, if it was open
   * @param after as it is, if it is; of one that has ended {@link #end} knows more
   * @param at the second in which it was changed
   * @return what the tenant's servers are told of it; nothing if they are not told of this room
   */
  public static List<HookEvent> between(Optional<Room> before, Optional<Room> after, Instant at) {
    if (after.isEmpty() || !after.get().told()) {
      return List.of();
    }
    Room now = after.get();
    Instant changed = before.map(was -> latest(at, was)).orElse(at);
    RoomEvents found = new RoomEvents(now, changed, now.rev());
    if (before.isEmpty()) {
      found.add(EventType.ROOM_CREATED, Instant.ofEpochMilli(now.createdAt()), Map.of(), "");
    }
    found.compare(before, after);
    return List.copyOf(found.events);
  }

  /**
   * The end of a room, and of all that ends with it.
   *
   * @param use what it leaves behind, if that is known
   * @param messages of its chat
   * @param at the second in which it was changed
   */
  public static List<HookEvent> end(Room last, Optional<UsedRoom> use, long messages, Instant at) {
    Instant ended =
        use.map(UsedRoom::endedAt).map(Instant::ofEpochMilli).orElseGet(() -> latest(at, last));
    Tally tally =
        use.map(UsedRoom::tally).orElseGet(() -> new Tally(last.tally().joins(), last.peak()));
    RoomEvents found = new RoomEvents(last, ended, last.rev() + 1);
    found.compare(Optional.of(last), Optional.empty());
    found.add(EventType.ROOM_ENDED, ended, Map.of("use", use(last, ended, tally, messages)), "");
    return List.copyOf(found.events);
  }

  /**
   * When the room was changed: after all that it says had happened, to the millisecond. So nobody
   * has left before having joined, and ids are in the order of what one saw of the other.
   */
  private static Instant latest(Instant second, Room before) {
    long known =
        before.seats().values().stream()
            .mapToLong(Seat::lastAsked)
            .reduce(before.createdAt(), Math::max);
    return later(second, known + 1);
  }

  private static Instant later(Instant one, long millis) {
    return Instant.ofEpochMilli(Math.max(one.toEpochMilli(), millis));
  }

  private static Map<String, Object> use(Room room, Instant ended, Tally tally, long messages) {
    Instant created = Instant.ofEpochMilli(room.createdAt());
    return Map.of(
        "seconds", Duration.between(created, ended).toSeconds(),
        "endedAt", Timestamps.iso(ended),
        "joins", tally.joins(),
        "peak", tally.peak(),
        "messages", messages);
  }

  private void compare(Optional<Room> before, Optional<Room> after) {
    before.ifPresent(was ->
        was.inOrder().stream()
            .filter(seat -> seat.present() && !isIn(after, seat))
            .forEach(seat -> gone(seat, was, after)));
    after.ifPresent(now ->
        now.inOrder().stream()
            .filter(seat -> seat.present() && !isIn(before, seat))
            .forEach(seat ->
                addOf(EventType.PARTICIPANT_JOINED, Instant.ofEpochMilli(seat.joinedAt()), seat)));
    Optional<Share> old = before.flatMap(Room::share);
    Optional<Share> fresh = after.flatMap(Room::share);
    old.filter(share -> !isSame(share, fresh))
        .ifPresent(s -> addOf(EventType.SHARE_STOPPED, s, after));
    fresh
        .filter(share -> !isSame(share, old))
        .ifPresent(s -> addOf(EventType.SHARE_STARTED, s, after));
  }

  private static boolean isIn(Optional<Room> room, Seat seat) {
    return room.flatMap(it -> it.present(seat.userId())).isPresent();
  }

  private void gone(Seat seat, Room was, Optional<Room> after) {
    boolean kicked =
        after.filter(now -> now.bars(seat)).isPresent()
            && !was.members().kicked().contains(seat.userId());
    addOf(kicked ? EventType.PARTICIPANT_KICKED : EventType.PARTICIPANT_LEFT, at, seat);
  }

  private static boolean isSame(Share share, Optional<Share> other) {
    return other
        .filter(it -> it.userId().equals(share.userId()) && it.type().equals(share.type()))
        .isPresent();
  }

  private void addOf(EventType type, Instant when, Seat seat) {
    Map<String, Object> participant = Map.of("userId", seat.userId(), "name", seat.name());
    add(type, when, Map.of("participant", participant), seat.userId());
  }

  /** The seat of whoever shares, if it is there still, says when that was asked for. */
  private void addOf(EventType type, Share share, Optional<Room> after) {
    Map<String, Object> shown = Map.of("type", share.type(), "userId", share.userId());
    long asked = after.flatMap(now -> now.seat(share.userId())).map(Seat::lastAsked).orElse(0L);
    add(type, later(at, asked), Map.of("share", shown), share.userId());
  }

  private void add(EventType type, Instant when, Map<String, Object> more, String whose) {
    Map<String, Object> data = new LinkedHashMap<>(more);
    data.put(
        "room",
        Map.of(
            "id", room.roomId(),
            "title", room.title(),
            "media", room.media(),
            "createdAt", Timestamps.iso(room.createdAt())));
    data.put("rev", rev);
    String life = Long.toString(room.createdAt());
    events.add(
        HookEvent.of(
            type, room.licenseId(), when, data, room.roomId(), life, Long.toString(rev), whose));
  }
}
