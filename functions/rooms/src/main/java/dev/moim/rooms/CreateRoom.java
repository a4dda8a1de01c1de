package dev.moim.rooms;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.Metadata;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRoomName;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.Seat;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens a room and takes the first seat in it for whoever asked. */
public final class CreateRoom {

  private static final String DEFAULT_TOPIC = "새 회의";
  private static final int DEFAULT_CAPACITY = 20;
  private static final int ID_SUFFIX = 6;

  /**
   * A room, and its creator's way into it.
   *
   * @param mediaUrl where the token is good
   */
  public record Created(RoomFacts room, String userName, String token, String mediaUrl) {}

  private final Licenses licenses;
  private final MediaRooms rooms;
  private final Supplier<Media> media;
  private final Clock clock;

  public CreateRoom(Licenses licenses, MediaRooms rooms, Supplier<Media> media, Clock clock) {
    this.licenses = licenses;
    this.rooms = rooms;
    this.media = media;
    this.clock = clock;
  }

  /**
   * @param viewer the creator, as the request's headers say
   */
  public Created create(Caller caller, Viewer viewer, Fields request) {
    String userName = Names.userName(request);
    String topic = Names.topic(request).orElse(DEFAULT_TOPIC);
    String description = Names.description(request);
    int capacity = capacity(request.raw("maxParticipants"));
    Media there = media.get();
    Instant now = clock.instant();
    Seat creator = Seat.leased(userName, now, now.plus(Leases.LIFE), viewer);
    Room room = room(caller, creator, topic, description, capacity);
    open(room, there);
    String token = there.tokens().mint(nameOf(room).text(), userName, caller.owner());
    return new Created(RoomFacts.of(room), userName, token, there.clientUrl());
  }

  private static Room room(
      Caller caller, Seat creator, String topic, String description, int capacity) {
    return new Room(
        "room-" + creator.joinedAt() + "-" + Ids.base36(ID_SUFFIX),
        caller.licenseId(),
        topic,
        description,
        capacity,
        true,
        true,
        false,
        creator.userId(),
        Optional.empty(),
        creator.joinedAt(),
        Map.of(creator.userId(), creator),
        Set.of(),
        Optional.empty(),
        Map.of(),
        0);
  }

  /**
   * License, media server, table. If one fails the count is taken back; a room at the media server
   * that nobody has a token for closes by itself, as does what a crash in between leaves.
   */
  private void open(Room room, Media there) {
    count(room);
    boolean created = false;
    try {
      MediaRoom made = there.server().create(nameOf(room), room.capacity(), Metadata.of(room));
      created = rooms.create(room, made);
    } finally {
      if (!created) {
        licenses.closeRoom(room.licenseId(), room.roomId());
      }
    }
    if (!created) {
      throw new IllegalStateException("two rooms drew the id " + room.roomId());
    }
  }

  private void count(Room room) {
    switch (licenses.openRoom(room.licenseId(), room.roomId())) {
      case Opening.Opened() -> {}
      case Opening.LimitReached(), Opening.Disabled(), Opening.UnknownLicense() ->
          throw new DomainException(RoomError.LICENSE_REFUSES);
      case Opening.TooSoon(var retryAfter) ->
          throw DomainException.retryAfter(RoomError.TOO_MANY_REQUESTS, retryAfter);
    }
  }

  private static MediaRoomName nameOf(Room room) {
    return new MediaRoomName(room.licenseId(), room.roomId());
  }

  /** Anything but a positive number means the default: to LiveKit, 0 would mean no limit. */
  private static int capacity(@Nullable Object wanted) {
    double capacity = wanted instanceof Number number ? number.doubleValue() : 0;
    if (capacity > Room.MAX_CAPACITY) {
      throw FieldException.invalid("maxParticipants", "at most " + Room.MAX_CAPACITY);
    }
    return capacity >= 1 ? (int) capacity : DEFAULT_CAPACITY;
  }
}
