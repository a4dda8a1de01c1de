package dev.moim.calls.relay;

import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.room.Membership;
import dev.moim.calls.share.Images;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;

/**
 * {@code reqCanvasImage} asks a member for the picture on its canvas; {@code updateImage} sends it.
 * So a latecomer sees what was shared before, and no picture is kept on the server.
 */
public final class CanvasImage implements Operation {

  private final boolean asks;
  private final Membership membership;

  private CanvasImage(boolean asks, Membership membership) {
    this.asks = asks;
    this.membership = membership;
  }

  public static CanvasImage request(Membership membership) {
    return new CanvasImage(true, membership);
  }

  public static CanvasImage update(Membership membership) {
    return new CanvasImage(false, membership);
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    String targetId = Names.target(request);
    String img = asks ? "" : Images.required(request);
    Room room =
        Names.optionalRoomId(request)
            .map(roomId -> membership.require(sender, userId, roomId))
            .orElseGet(() -> membership.requireCommon(sender, userId, targetId));
    var presence =
        asks
            ? Notice.presence("reqCanvasImage", "sender", userId, "roomId", room.roomId())
            : Notice.presence("updateImage", "sender", userId, "img", img);
    return Outcome.ok().telling(Notice.to(room, Membership.target(room, targetId), presence));
  }
}
