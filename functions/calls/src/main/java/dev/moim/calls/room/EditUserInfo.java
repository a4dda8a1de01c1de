package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.CallFields;
import dev.moim.calls.Claim;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code editUserInfo}: the sender's name, camera and microphone in this room. */
public final class EditUserInfo implements Operation {

  private final Membership membership;
  private final Seats seats;
  private final RoomLook look;

  public EditUserInfo(Membership membership, Seats seats, Rooms rooms) {
    this.look = new RoomLook(rooms);
    this.membership = membership;
    this.seats = seats;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    Room room = membership.require(sender, claim);
    String userId = claim.userId();
    Ask ask = membership.ask(sender, claim);
    Set<String> told =
        told(room, userId, request).stream().map(Seat::userId).collect(Collectors.toSet());
    Room now =
        seats
            .change(room, userId, seat -> ask.counted(edited(seat, request, ask.at())))
            .orElseThrow(() -> new DomainException(CallError.NOT_A_MEMBER));
    Outcome outcome =
        Outcome.reply(Map.of("roomId", now.roomId(), "rev", now.rev()))
            .telling(notice(now, userId, told));
    return look.after(
        outcome, now, later -> shown(later, userId), later -> newer(later, userId, told));
  }

  /** Only what the request names, and nothing that was asked for later. */
  private static Seat edited(Seat seat, Fields request, Instant asked) {
    Seat changed = seat;
    Optional<String> name = CallFields.name(request);
    if (name.isPresent()) {
      changed = changed.named(name.get(), asked);
    }
    Optional<Boolean> video = request.optionalFlag("video");
    if (video.isPresent()) {
      changed = changed.with(Trait.VIDEO, video.get(), asked);
    }
    Optional<Boolean> audio = request.optionalFlag("audio");
    return audio.isPresent() ? changed.with(Trait.AUDIO, audio.get(), asked) : changed;
  }

  private static Notice notice(Room now, String userId, Set<String> told) {
    List<Seat> to = now.inOrder().stream().filter(seat -> told.contains(seat.userId())).toList();
    return Tell.members(now, to, Presence.edited(now, Membership.target(now, userId)));
  }

  private static List<Notice> newer(Room now, String userId, Set<String> told) {
    return now.seat(userId).isPresent() ? List.of(notice(now, userId, told)) : List.of();
  }

  private static Optional<String> shown(Room room, String userId) {
    return room.seat(userId)
        .map(seat -> seat.name() + seat.has(Trait.VIDEO) + seat.has(Trait.AUDIO));
  }

  /** One member when a target is named, everybody else unless {@code broadcast} is false. */
  private static List<Seat> told(Room room, String userId, Fields request) {
    if (request.optionalText("target").isPresent()) {
      return List.of(Membership.reachable(room, CallFields.target(request)));
    }
    return request.optionalFlag("broadcast").orElse(true) ? room.others(userId) : List.of();
  }
}
