package dev.moim.calls.room;

import dev.moim.shared.rooms.Room;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A room as its members see it, when they join. */
final class RoomView {

  private RoomView() {}

  static Map<String, @Nullable Object> of(Room room) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("roomId", room.roomId());
    view.put("members", MemberView.all(room));
    view.put("isRecording", false);
    view.put("media", room.media());
    view.put("title", room.title());
    view.put("capacity", room.capacity());
    view.put("locked", room.locked());
    view.put("host", room.hostId().orElse(""));
    view.put("share", room.share().map(RoomView::share).orElse(null));
    view.put("createdAt", Instant.ofEpochMilli(room.createdAt()).toString());
    view.put("fileServerUrl", "");
    view.put("talkingNoty", room.talkingNoty());
    view.put("rev", room.rev());
    return view;
  }

  private static Map<String, String> share(Room.Share share) {
    return Map.of("type", share.type(), "user", share.userId(), "img", share.img().orElse(""));
  }
}
