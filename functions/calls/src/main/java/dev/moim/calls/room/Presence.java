package dev.moim.calls.room;

import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.sockets.Message;

/** What members of a room are told about each other: {@code {eventOp: "presence", type, …}}. */
public final class Presence {

  private Presence() {}

  public static Message of(String type) {
    return Message.of("presence").with("type", type);
  }

  public static Message of(String type, Room room) {
    return of(type).with("roomId", room.roomId());
  }

  /** A user has come. */
  static Message join(Room room, String userId) {
    return of("join", room)
        .with("user", MemberView.of(room, Membership.target(room, userId)))
        .with("rev", room.rev());
  }

  /** A user has left, and who is host now. */
  static Message leave(Room left, String userId) {
    return of("leave", left)
        .with("user", userId)
        .with("host", left.hostId().orElse(""))
        .with("rev", left.rev());
  }

  /** A user's name, camera or microphone have changed. */
  static Message edited(Room room, Seat seat) {
    return of("editUserInfo", room)
        .with("user", seat.userId())
        .with("name", seat.name())
        .with("video", seat.has(Trait.VIDEO))
        .with("audio", seat.has(Trait.AUDIO))
        .with("rev", room.rev());
  }

  /**
   * What is shared now, or that nothing is any more.
   *
   * @param userId who has shared last
   */
  public static Message shared(Room now, String userId) {
    return now.share()
        .map(share -> share(share.type(), now, share.userId()))
        .orElseGet(() -> share("shareStop", now, userId));
  }

  /** Clients of different ages look for the id under different names. */
  public static Message share(String type, Room room, String userId) {
    return of(type, room).with("user", userId).with("sender", userId);
  }
}
