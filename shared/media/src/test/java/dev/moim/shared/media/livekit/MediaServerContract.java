package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every LiveKit does for us: the real server and the fake that tests use. */
interface MediaServerContract {

  RoomKey ROOM = new RoomKey("tenant", "room-1736598234-x7k2m9");

  MediaServer server();

  @Test
  default void makesARoomOnceAndListsIt() {
    MediaRoom made = server().create(ROOM, 20, "{}");

    assertThat(made.sid()).startsWith("RM_");
    assertThat(made.capacity()).isEqualTo(20);
    assertThat(server().create(ROOM, 20, "{}").sid()).as("made again").isEqualTo(made.sid());
    assertThat(server().rooms())
        .filteredOn(room -> room.key().equals(ROOM))
        .singleElement()
        .satisfies(room -> {
          assertThat(room.sid()).isEqualTo(made.sid());
          assertThat(room.createdAt()).isEqualTo(made.createdAt());
        });
  }

  @Test
  default void aDeletedRoomIsGoneAndMayBeDeletedAgain() {
    server().create(ROOM, 2, "");

    server().delete(ROOM);
    server().delete(ROOM);

    assertThat(server().rooms()).noneMatch(room -> room.key().equals(ROOM));
  }

  @Test
  default void whoIsNotThereCanBeRemoved() {
    server().create(ROOM, 2, "");
    assertThat(server().participants(ROOM)).isEmpty();
    assertThatCode(() -> server().remove(ROOM, "nobody")).doesNotThrowAnyException();
  }

  @Test
  default void whoIsNotThereCanBePermitted() {
    server().create(ROOM, 2, "");
    assertThatCode(() -> server().permit(ROOM, "nobody", Set.of(MediaSource.CAMERA)))
        .doesNotThrowAnyException();
    assertThatCode(() -> server().permit(ROOM, "nobody", Set.of())).doesNotThrowAnyException();
  }

  @Test
  default void nobodyIsInARoomThatIsNotThere() {
    assertThat(server().participants(new RoomKey("tenant", "no such room"))).isEmpty();
  }
}
