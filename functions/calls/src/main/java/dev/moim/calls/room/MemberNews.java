package dev.moim.calls.room;

import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.sockets.Notice;
import java.util.List;
import java.util.Optional;

/** What the others were told of a member last, and what they must be told to know what is so. */
final class MemberNews {

  /** What others see of a member. */
  private record Shown(String name, boolean video, boolean audio) {}

  private final String userId;
  private Optional<Shown> told;

  MemberNews(Room told, String userId) {
    this.userId = userId;
    this.told = shown(told);
  }

  private Optional<Shown> shown(Room room) {
    return room.seat(userId)
        .map(seat -> new Shown(seat.name(), seat.has(Trait.VIDEO), seat.has(Trait.AUDIO)));
  }

  /** Nothing if what they were told is still so. */
  List<Notice> since(Room now) {
    Optional<Shown> before = told;
    told = shown(now);
    if (told.equals(before)) {
      return List.of();
    }
    return List.of(
        now.seat(userId)
            .map(seat -> present(now, seat, before.isPresent()))
            .orElseGet(() -> FreeSeat.notice(now, userId)));
  }

  private static Notice present(Room now, Seat seat, boolean known) {
    return Tell.others(
        now, seat.userId(), known ? Presence.edited(now, seat) : Presence.join(now, seat.userId()));
  }
}
