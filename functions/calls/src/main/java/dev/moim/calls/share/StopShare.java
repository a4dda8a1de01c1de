package dev.moim.calls.share;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Presence;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Rooms.Sharing;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;

/**
 * {@code shareStop}: ends the sender's own share; the host may end anybody's. Where nothing is
 * shared nobody is told.
 */
public final class StopShare implements Operation {

  private final Membership membership;
  private final Rooms rooms;
  private final ShareNews news;

  public StopShare(Membership membership, Rooms rooms) {
    this.news = new ShareNews(rooms);
    this.membership = membership;
    this.rooms = rooms;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    Ask ask = membership.ask(sender, claim);
    Sharing ended = end(room, ask);
    if (ended instanceof Sharing.Refused && room.share().isEmpty()) {
      // What was read may be older than the share that is to end.
      room = rooms.findNow(room.key()).orElse(room);
      ended = end(room, ask);
    }
    return ended instanceof Sharing.Done(Room now) && room.share().isPresent()
        ? news.tell(now, claim.userId(), Presence.share("shareStop", now, claim.userId()))
        : ShareNews.reply(room);
  }

  private Sharing end(Room room, Ask ask) {
    if (room.share().isPresent() && !room.isSharedBy(ask.userId()) && !room.isHost(ask.userId())) {
      throw new DomainException(CallError.NO_PERMISSION);
    }
    return rooms.endShare(room, ask);
  }
}
