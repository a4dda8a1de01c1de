package dev.moim.calls;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.Participant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A media server in memory that can be down, remembering what it was told. */
public final class RecordingMediaServer implements MediaServer {

  private final Map<RoomKey, MediaRoom> rooms = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();
  private boolean down;

  public void down(boolean isDown) {
    down = isDown;
  }

  /** Who was disconnected, as {@code room/user}. */
  public List<String> removed() {
    return removed;
  }

  @Override
  public MediaRoom create(RoomKey key, int capacity, String metadata) {
    answer();
    return rooms.computeIfAbsent(key, it -> new MediaRoom(it, "RM_" + rooms.size(), 1, capacity));
  }

  @Override
  public List<MediaRoom> rooms() {
    answer();
    return List.copyOf(rooms.values());
  }

  @Override
  public void delete(RoomKey key) {
    answer();
    rooms.remove(key);
  }

  @Override
  public List<Participant> participants(MediaRoomName name) {
    answer();
    return List.of();
  }

  @Override
  public void remove(RoomKey key, String identity) {
    answer();
    removed.add(key.roomId() + "/" + identity);
  }

  private void answer() {
    if (down) {
      throw new DomainException(MediaError.MEDIA_UNAVAILABLE);
    }
  }
}
