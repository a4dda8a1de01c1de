package dev.moim.calls.room;

import dev.moim.calls.Claim;

import dev.moim.calls.CallError;
import dev.moim.calls.CallFields;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.List;
import java.util.Map;

/** {@code editUserInfo}: the sender's name, camera and microphone in this room. */
public final class EditUserInfo implements Operation {

  private final Membership membership;
  private final Seats seats;

  public EditUserInfo(Membership membership, Seats seats) {
    this.membership = membership;
    this.seats = seats;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    Seat changed = edited(Membership.target(room, claim.userId()), request);
    List<Seat> told = told(room, claim.userId(), request);
    Room now =
        seats.change(room, changed).orElseThrow(() -> new DomainException(CallError.NOT_A_MEMBER));
    return Outcome.reply(Map.of("roomId", now.roomId(), "rev", now.rev()))
        .telling(Tell.members(now, told, presence(now, changed)));
  }

  private static Seat edited(Seat seat, Fields request) {
    return seat.named(CallFields.name(request).orElse(seat.name()))
        .with(Trait.VIDEO, request.optionalFlag("video").orElse(seat.has(Trait.VIDEO)))
        .with(Trait.AUDIO, request.optionalFlag("audio").orElse(seat.has(Trait.AUDIO)));
  }

  /** One member when a target is named, everybody else unless {@code broadcast} is false. */
  private static List<Seat> told(Room room, String userId, Fields request) {
    if (request.optionalText("target").isPresent()) {
      return List.of(Membership.target(room, CallFields.target(request)));
    }
    return request.optionalFlag("broadcast").orElse(true) ? room.others(userId) : List.of();
  }

  private static Message presence(Room now, Seat seat) {
    return Presence.of("editUserInfo", now)
        .with("user", seat.userId())
        .with("name", seat.name())
        .with("video", seat.has(Trait.VIDEO))
        .with("audio", seat.has(Trait.AUDIO))
        .with("rev", now.rev());
  }
}
