package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRoomName;
import org.junit.jupiter.api.Test;

/** What every LiveKit does for us: the real server and the fake that tests use. */
interface MediaServerContract {

  MediaRoomName NAME = new MediaRoomName("tenant", "room-1736598234-x7k2m9");

  MediaServer server();

  @Test
  default void makesARoomOnceAndListsIt() {
    MediaRoom made = server().create(NAME, 20, "{}");

    assertThat(made.sid()).startsWith("RM_");
    assertThat(made.capacity()).isEqualTo(20);
    assertThat(server().create(NAME, 20, "{}").sid()).as("made again").isEqualTo(made.sid());
    assertThat(server().rooms())
        .filteredOn(room -> room.name().equals(NAME))
        .singleElement()
        .satisfies(room -> {
          assertThat(room.sid()).isEqualTo(made.sid());
          assertThat(room.createdAt()).isEqualTo(made.createdAt());
        });
  }

  @Test
  default void aDeletedRoomIsGoneAndMayBeDeletedAgain() {
    server().create(NAME, 2, "");

    server().delete(NAME);
    server().delete(NAME);

    assertThat(server().rooms()).noneMatch(room -> room.name().equals(NAME));
  }

  @Test
  default void whoIsNotThereCanBeRemoved() {
    server().create(NAME, 2, "");
    assertThat(server().participants(NAME)).isEmpty();
    assertThatCode(() -> server().remove(NAME, "nobody")).doesNotThrowAnyException();
  }

  @Test
  default void nobodyIsInARoomThatIsNotThere() {
    assertThat(server().participants(new MediaRoomName("tenant", "no such room"))).isEmpty();
  }
}
