package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.delivery.Connection;
import dev.moim.delivery.Timers;
import dev.moim.kernel.DomainException;
import dev.moim.kernel.Fields;
import dev.moim.kernel.Ids;
import dev.moim.license.Licenses;
import dev.moim.rooms.Room;
import dev.moim.rooms.Rooms;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code createRoom} and {@code createVideoRoom}: opens a room under the sender's license. The
 * creator is its host once seated, but not a member before {@code joinRoom}.
 */
public final class CreateRoom implements Operation {

  private static final int P2P_CAPACITY = 2;
  private static final int VIDEO_CAPACITY = 16;

  private final boolean media;
  private final Membership membership;
  private final Licenses licenses;
  private final Rooms rooms;
  private final Timers timers;
  private final Clock clock;

  /**
   * @param media true for {@code createVideoRoom}
   */
  public CreateRoom(
      boolean media,
      Membership membership,
      Licenses licenses,
      Rooms rooms,
      Timers timers,
      Clock clock) {
    this.media = media;
    this.membership = membership;
    this.licenses = licenses;
    this.rooms = rooms;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    Optional<String> chosenId = Names.optionalRoomId(request);
    int capacity = capacity(request);
    boolean destroy = request.flag("destroy");
    boolean talkingNoty = request.optionalFlag("talkingNoty").orElse(false);
    String title = Names.title(request).orElse("");
    Connection creator = membership.registered(sender, userId);

    String roomId = chosenId.orElseGet(() -> "r" + Ids.digits(7));
    Room room =
        new Room(
            roomId,
            creator.owner().tenant(),
            title,
            "",
            capacity,
            media,
            destroy,
            talkingNoty,
            userId,
            Optional.of(userId),
            clock.millis(),
            Map.of(),
            Set.of(),
            Optional.empty(),
            Map.of(),
            0);
    open(room);
    return Outcome.reply(Map.of("roomId", roomId));
  }

  /**
   * License first: a crash in between leaves a count that reconciliation takes back, never a room
   * over the limit.
   */
  private void open(Room room) {
    switch (licenses.openRoom(room.licenseId(), room.roomId())) {
      case OPENED -> {}
      case LIMIT_REACHED ->
          throw new DomainException(
              CallError.LICENSE_REFUSES, "the license's room limit is reached");
      case DISABLED, UNKNOWN_LICENSE ->
          throw new DomainException(CallError.LICENSE_REFUSES, "the license is disabled");
    }
    if (!rooms.create(room)) {
      throw new DomainException(CallError.ROOM_EXISTS);
    }
    if (room.destroy()) {
      timers.set(UnjoinedRoom.timer(room), Timers.LONGEST);
    }
  }

  private int capacity(Fields request) {
    return request
        .optionalInt("capacity", 1, Room.MAX_CAPACITY)
        .orElse(media ? VIDEO_CAPACITY : P2P_CAPACITY);
  }
}
