package dev.moim.calls;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaSource;
import dev.moim.shared.rooms.Participant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A media server in memory that can be down, remembering what it was told. */
public final class RecordingMediaServer implements MediaServer {

  private final Map<RoomKey, MediaRoom> rooms = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();
  private final Map<String, Set<MediaSource>> permitted = new LinkedHashMap<>();
  private boolean down;

  public void down(boolean isDown) {
    down = isDown;
  }

  /** Who was disconnected, as {@code room/user}. */
  public List<String> removed() {
    return removed;
  }

  /** What users may send, as it was said last, by {@code room/user}. */
  public Map<String, Set<MediaSource>> permitted() {
    return permitted;
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
  public void permit(RoomKey key, String identity, Set<MediaSource> sources) {
    answer();
    permitted.put(key.roomId() + "/" + identity, sources);
  }

  @Override
  public void remove(MediaRoomName name, String identity) {
    answer();
    removed.add(name.key().map(RoomKey::roomId).orElse(name.text()) + "/" + identity);
  }

  private void answer() {
    if (down) {
      throw new DomainException(MediaError.MEDIA_UNAVAILABLE);
    }
  }
}
