package dev.moim.calls;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRoomName;
import dev.moim.shared.rooms.Participant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A media server in memory that can be down, remembering what it was told. */
public final class RecordingMediaServer implements MediaServer {

  private final Map<MediaRoomName, MediaRoom> rooms = new LinkedHashMap<>();
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
  public MediaRoom create(MediaRoomName name, int capacity, String metadata) {
    answer();
    return rooms.computeIfAbsent(name, it -> new MediaRoom(it, "RM_" + rooms.size(), 1, capacity));
  }

  @Override
  public List<MediaRoom> rooms() {
    answer();
    return List.copyOf(rooms.values());
  }

  @Override
  public void delete(MediaRoomName name) {
    answer();
    rooms.remove(name);
  }

  @Override
  public List<Participant> participants(String name) {
    answer();
    return List.of();
  }

  @Override
  public void remove(MediaRoomName name, String identity) {
    answer();
    removed.add(name.roomId() + "/" + identity);
  }

  private void answer() {
    if (down) {
      throw new DomainException(MediaError.MEDIA_UNAVAILABLE);
    }
  }
}
