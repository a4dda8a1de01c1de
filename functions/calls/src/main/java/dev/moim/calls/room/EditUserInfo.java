package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.Seats;
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
    String userId = Names.userId(request);
    Room room = membership.require(sender, userId, Names.roomId(request));
    Seat seat = Membership.target(room, userId);
    Seat changed =
        seat.named(Names.name(request).orElse(seat.name()))
            .with(Trait.VIDEO, request.optionalFlag("video").orElse(seat.has(Trait.VIDEO)))
            .with(Trait.AUDIO, request.optionalFlag("audio").orElse(seat.has(Trait.AUDIO)));
    List<Seat> told = told(room, userId, request);
    Room now =
        seats.change(room, changed).orElseThrow(() -> new DomainException(CallError.NOT_A_MEMBER));
    return Outcome.reply(Map.of("roomId", now.roomId(), "rev", now.rev()))
        .telling(
            new Notice(
                now.licenseId(),
                told,
                Notice.presence(
                    "editUserInfo",
                    "roomId",
                    now.roomId(),
                    "user",
                    userId,
                    "name",
                    changed.name(),
                    "video",
                    changed.has(Trait.VIDEO),
                    "audio",
                    changed.has(Trait.AUDIO),
                    "rev",
                    now.rev())));
  }

  /** One member when a target is named, everybody else unless {@code broadcast} is false. */
  private static List<Seat> told(Room room, String userId, Fields request) {
    if (request.optionalText("target").isPresent()) {
      return List.of(Membership.target(room, Names.target(request)));
    }
    return request.optionalFlag("broadcast").orElse(true) ? room.others(userId) : List.of();
  }
}
