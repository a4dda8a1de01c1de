package dev.moim.calls.share;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Presence;
import dev.moim.calls.room.Tell;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/** {@code documentShare}: shows everybody a page of the document, as a picture. */
public final class DocumentShare implements Operation {

  private final Membership membership;
  private final Rooms rooms;

  public DocumentShare(Membership membership, Rooms rooms) {
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    String img = Images.required(request);
    Room room = membership.require(sender, claim);
    String userId = claim.userId();
    Membership.requireTrait(room, userId, Trait.MAY_SHARE_DOCUMENT);
    if (!rooms.share(room, new Share("document", userId, Images.kept(img)))) {
      throw new DomainException(CallError.ALREADY_SHARING);
    }
    Message presence = Presence.share("documentShare", room, userId).with("img", img);
    return Outcome.reply(Map.of("roomId", room.roomId()))
        .telling(Tell.others(room, userId, presence));
  }
}
