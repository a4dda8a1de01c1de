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

/** {@code documentShare}: shows everybody a page of the document, as a picture. */
public final class DocumentShare implements Operation {

  private final Membership membership;
  private final Rooms rooms;
  private final ShareNews news;

  public DocumentShare(Membership membership, Rooms rooms) {
    this.membership = membership;
    this.rooms = rooms;
    this.news = new ShareNews(rooms);
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    String img = Images.required(request);
    Room room = membership.require(sender, claim);
    String userId = claim.userId();
    Membership.requirePermit(room, userId, Permission.DOCUMENT);
    Share page = new Share("document", Images.kept(img), userId);
    return news.of(
        rooms.share(room, page, membership.ask(sender, claim)),
        room,
        userId,
        now -> Presence.share("documentShare", now, userId).with("img", img));
  }
}
