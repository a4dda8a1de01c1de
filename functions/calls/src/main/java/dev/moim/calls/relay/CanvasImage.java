package dev.moim.calls.relay;

import dev.moim.calls.ToMember;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Presence;
import dev.moim.calls.room.Tell;
import dev.moim.calls.share.Images;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;

/**
 * {@code reqCanvasImage} asks a member for the picture on its canvas; {@code updateImage} sends it.
 * So a latecomer sees what was shared before, and no picture is kept on the server.
 */
public final class CanvasImage {

  private CanvasImage() {}

  public static Operation request(Membership membership) {
    return (sender, fields) -> {
      ToMember to = ToMember.read(fields);
      Room room = membership.require(sender, to);
      return tell(
          room,
          to,
          Presence.of("reqCanvasImage").with("sender", to.userId()).with("roomId", room.roomId()));
    };
  }

  public static Operation update(Membership membership) {
    return (sender, fields) -> {
      ToMember to = ToMember.read(fields);
      String img = Images.required(fields);
      Room room = membership.require(sender, to);
      return tell(
          room, to, Presence.of("updateImage").with("sender", to.userId()).with("img", img));
    };
  }

  private static Outcome tell(Room room, ToMember to, Message presence) {
    return Outcome.ok()
        .telling(Tell.member(room, Membership.reachable(room, to.target()), presence));
  }
}
