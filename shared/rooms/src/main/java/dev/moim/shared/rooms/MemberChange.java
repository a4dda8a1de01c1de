package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Timers.Timer;
import java.util.Map;

/**
 * Somebody came or went without a socket: by a token, as the media server says. Members on sockets
 * are told by the family that has the sockets, for which a timer is set. It tells what is so then,
 * so that it may fire late or twice.
 */
public record MemberChange(RoomKey room, String userId) {

  public static final String TIMER = "memberChange";

  public static MemberChange of(Timer timer) {
    return new MemberChange(
        new RoomKey(timer.get("licenseId"), timer.get("roomId")), timer.get("userId"));
  }

  public Timer timer() {
    return new Timer(
        TIMER, Map.of("licenseId", room.licenseId(), "roomId", room.roomId(), "userId", userId));
  }
}
