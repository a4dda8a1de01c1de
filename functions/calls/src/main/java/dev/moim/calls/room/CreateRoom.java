package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.CallFields;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code createRoom} and {@code createVideoRoom}: opens a room under the sender's license. The
 * creator is its host once seated, but not a member before {@code joinRoom}.
 */
public final class CreateRoom implements Operation {

  private static final int P2P_CAPACITY = 2;
  private static final int VIDEO_CAPACITY = 16;

  private final Optional<GroupMedia> media;
  private final Membership membership;
  private final Licenses licenses;
  private final Rooms rooms;
  private final MediaRooms mediaRooms;
  private final Timers timers;
  private final Clock clock;

  /**
   * @param media what {@code createVideoRoom} opens at the media server; empty for {@code
   *     createRoom}
   */
  public CreateRoom(
      Optional<GroupMedia> media,
      Membership membership,
      Licenses licenses,
      Rooms rooms,
      MediaRooms mediaRooms,
      Timers timers,
      Clock clock) {
    this.media = media;
    this.membership = membership;
    this.licenses = licenses;
    this.rooms = rooms;
    this.mediaRooms = mediaRooms;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = CallFields.userId(request);
    Optional<String> chosenId = CallFields.optionalRoomId(request);
    int capacity = capacity(request);
    boolean destroy = request.flag("destroy");
    boolean talkingNoty = request.optionalFlag("talkingNoty").orElse(false);
    String title = CallFields.title(request).orElse("");
    Connection creator = membership.registered(sender, userId);

    Predicate<String> opened =
        id ->
            open(
                Room.opened(creator.owner().room(id), clock.millis())
                    .title(title)
                    .capacity(capacity)
                    .media(media.isPresent())
                    .option(Option.DESTROY, destroy)
                    .option(Option.TALKING_NOTY, talkingNoty)
                    .createdBy(userId)
                    .host(userId)
                    .build());
    String roomId =
        (chosenId.isPresent()
                ? chosenId.filter(opened)
                : Ids.untaken(() -> "r" + Ids.digits(7), opened))
            .orElseThrow(() -> new DomainException(CallError.ROOM_EXISTS));
    Measures.count(Metric.CALLS_STARTED, 1);
    return Outcome.reply(Map.of("roomId", roomId));
  }

  /**
   * License first: a crash in between leaves a count that reconciliation takes back, never a room
   * over the limit.
   *
   * @return false if there is a room of this id
   */
  private boolean open(Room room) {
    return switch (licenses.openRoom(room.life())) {
      case Opening.Opened() -> make(room, true);
      case Opening.CountedBefore() -> make(room, false);
      case Opening.LimitReached() ->
          throw new DomainException(
              CallError.LICENSE_REFUSES, "the license's room limit is reached");
      case Opening.Disabled(), Opening.UnknownLicense() ->
          throw new DomainException(CallError.LICENSE_REFUSES, "the license is disabled");
      case Opening.TooSoon(var retryAfter) ->
          throw DomainException.retryAfter(CallError.TOO_SOON, retryAfter);
    };
  }

  private boolean make(Room room, boolean countedAlone) {
    boolean unlisted = countedAlone && licenses.isCrowded(room.licenseId());
    Room made = licenses.isTold(room.licenseId()) ? room.asTold() : room;
    if (!create(unlisted ? made.asUnlisted() : made)) {
      takeBack(room);
      return false;
    }
    if (!countedAlone) {
      licenses.countRoom(room.life());
    } else if (unlisted) {
      licenses.unlist(room.life());
    }
    if (room.destroy()) {
      timers.set(UnjoinedRoom.timer(room), Timers.LONGEST);
    }
    return true;
  }

  /** Media first: a room that nobody joins there closes by itself. */
  private boolean create(Room room) {
    if (media.isEmpty()) {
      return rooms.create(room);
    }
    try {
      return mediaRooms.create(room, media.get().open(room));
    } catch (DomainException unavailable) {
      takeBack(room);
      throw unavailable;
    }
  }

  /** Unless it is the count of a room that is there. */
  private void takeBack(Room room) {
    if (rooms.findNow(room.key()).filter(there -> there.life().equals(room.life())).isEmpty()) {
      licenses.closeRoom(room.life());
    }
  }

  private int capacity(Fields request) {
    return request
        .optionalInt("capacity", 1, Room.MAX_CAPACITY)
        .orElse(media.isPresent() ? VIDEO_CAPACITY : P2P_CAPACITY);
  }
}
