package dev.moim.webhooks.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Changes;
import dev.moim.shared.rooms.Members;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When things happened, where a record of a stream says no more than the second. */
class RoomEventsTest {

  private static final Instant SECOND = Instant.parse("2100-01-01T00:00:07Z");

  private final Room empty =
      Room.opened(new RoomKey("license", "r1"), millis(100)).capacity(9).build().asTold();

  @Test
  void whoJoinsAndLeavesWithinASecondHasLeftAfterJoining() {
    Room joined = with(empty, 1, Optional.empty(), seat("minji", 400, 0));
    Room left = with(empty, 2, Optional.empty());

    List<HookEvent> all = new ArrayList<>();
    all.addAll(between(Optional.empty(), empty));
    all.addAll(between(Optional.of(empty), joined));
    all.addAll(between(Optional.of(joined), left));

    assertThat(all)
        .extracting(event -> event.type().text() + " " + (event.at().toEpochMilli() - millis(0)))
        .containsExactly("room.created 100", "participant.joined 400", "participant.left 401");
    assertThat(all).extracting(HookEvent::id).isSorted();
  }

  @Test
  void shareBeganWhenItsMemberAskedForIt() {
    Room before = with(empty, 1, Optional.empty(), seat("minji", 400, 0));
    Share share = new Share("screen", Optional.empty(), "minji");
    Room shared = with(empty, 2, Optional.of(share), seat("minji", 400, 650));
    Room stopped = with(empty, 3, Optional.empty(), seat("minji", 400, 800));

    assertThat(between(Optional.of(before), shared).getFirst().at())
        .isEqualTo(Instant.ofEpochMilli(millis(650)));
    assertThat(between(Optional.of(shared), stopped).getFirst().at())
        .isEqualTo(Instant.ofEpochMilli(millis(800)));
  }

  /** Who moves from one user id to another is gone and there by the same write. */
  @Test
  void whoIsGoneByTheWriteThatLetsAnotherInIsNotGoneLater() {
    Room before = with(empty, 1, Optional.empty(), seat("minji", 400, 0));
    Room after = with(empty, 2, Optional.empty(), seat("jisoo", 500, 0));

    assertThat(between(Optional.of(before), after)).extracting(HookEvent::id).isSorted();
  }

  @Test
  void whatAnOlderSecondSaysStays() {
    Room joined = with(empty, 1, Optional.empty(), seat("minji", 400, 0));
    Instant later = SECOND.plusSeconds(5);

    assertThat(RoomEvents.between(Optional.of(joined), Optional.of(empty), later))
        .extracting(HookEvent::at)
        .containsExactly(later);
  }

  @Test
  void roomWhoseUseIsNotKnownEndsAfterItsLastMemberCame() {
    Room joined = with(empty, 1, Optional.empty(), seat("minji", 400, 0));

    assertThat(RoomEvents.end(joined, Optional.empty(), 0, SECOND))
        .extracting(HookEvent::at)
        .containsOnly(Instant.ofEpochMilli(millis(401)));
  }

  private static List<HookEvent> between(Optional<Room> before, Room after) {
    return RoomEvents.between(before, Optional.of(after), SECOND);
  }

  private static Room with(Room room, long rev, Optional<Share> share, Seat... seats) {
    Map<String, Seat> all = new HashMap<>();
    List.of(seats).forEach(seat -> all.put(seat.userId(), seat));
    Members old = room.members();
    Members members = new Members(all, old.host(), old.kicked(), old.permits(), old.tally());
    return new Room(room.facts(), room.options(), members, share, room.groups(), rev);
  }

  private static Seat seat(String user, long joined, long shared) {
    var socket = SeatConnection.socket("c-" + user, Viewer.UNKNOWN, "j");
    Changes changes = new Changes(shared == 0 ? Map.of() : Map.of(Changes.SHARE, millis(shared)));
    return new Seat(user, socket, user, millis(joined), "", Seat.newcomer(), changes);
  }

  private static long millis(long within) {
    return SECOND.toEpochMilli() + within;
  }
}
