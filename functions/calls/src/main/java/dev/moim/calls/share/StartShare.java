package dev.moim.calls.share;

import dev.moim.calls.Claim;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Presence;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Optional;

/**
 * {@code screen}, {@code whiteboard} and {@code document}: begins to share. One thing is shared at
 * a time, so whoever comes second is refused with 440 until the first has stopped.
 */
public final class StartShare implements Operation {

  private final String type;
  private final Permission permit;
  private final Membership membership;
  private final Rooms rooms;
  private final ShareNews news;

  /**
   * @param type what is shared, which is also the eventOp
   * @param permit what the host must allow for it
   */
  public StartShare(String type, Permission permit, Membership membership, Rooms rooms) {
    this.type = type;
    this.permit = permit;
    this.membership = membership;
    this.rooms = rooms;
    this.news = new ShareNews(rooms);
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    String userId = claim.userId();
    Membership.requirePermit(room, userId, permit);
    Share share = new Share(type, Optional.empty(), userId);
    return news.of(
        rooms.share(room, share, membership.ask(sender, claim)),
        room,
        userId,
        now -> Presence.share(type, now, userId));
  }
}
