package dev.moim.calls.share;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.room.Membership;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat.Trait;
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
    String userId = Names.userId(request);
    String roomId = Names.roomId(request);
    String img = Images.required(request);
    Room room = membership.require(sender, userId, roomId);
    Membership.requireTrait(room, userId, Trait.MAY_SHARE_DOCUMENT);
    if (!rooms.share(room, new Share("document", userId, Images.kept(img)))) {
      throw new DomainException(CallError.ALREADY_SHARING);
    }
    var presence = StartShare.presence("documentShare", room, userId);
    presence.put("img", img);
    return Outcome.reply(Map.of("roomId", room.roomId()))
        .telling(Notice.toOthers(room, userId, presence));
  }
}
