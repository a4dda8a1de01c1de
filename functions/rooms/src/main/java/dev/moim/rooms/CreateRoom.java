package dev.moim.rooms;

import dev.moim.rooms.IssueToken.Issued;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Opening;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.json.Metadata;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.Seat;
import java.time.Clock;
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
   * @param userName the creator
   */
  public record Created(RoomFacts room, String userName, Issued issued) {}

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
    String userName = Names.userName(caller, request);
    Seat creator = Seat.leased(userName, clock.instant(), Leases.LIFE, viewer);
    Room room = room(caller, creator, request);
    Media there = media.get();
    open(room, there);
    Measures.count(Metric.CALLS_STARTED, 1);
    Measures.count(Metric.JOINS, 1);
    String token = there.tokens().mint(MediaRoomName.of(room.key()), userName, caller.owner());
    return new Created(room.facts(), userName, new Issued(token, there));
  }

  private static Room room(Caller caller, Seat creator, Fields request) {
    long now = creator.joinedAt();
    String roomId = "room-" + now + "-" + Ids.base36(ID_SUFFIX);
    return Room.opened(new RoomKey(caller.licenseId(), roomId), now)
        .title(Names.topic(request).orElse(DEFAULT_TOPIC))
        .description(Names.description(request))
        .capacity(capacity(request.raw("maxParticipants")))
        .media(true)
        .option(Option.DESTROY, true)
        .createdBy(creator.userId())
        .seat(creator)
        .build();
  }

  /**
   * License, media server, table. If one fails the count is taken back; a room at the media server
   * that nobody has a token for closes by itself, as does what a crash in between leaves.
   */
  private void open(Room room, Media there) {
    count(room);
    boolean unlisted = licenses.isCrowded(room.licenseId());
    Room known = licenses.isTold(room.licenseId()) ? room.asTold() : room;
    boolean created = false;
    try {
      MediaRoom made = there.server().create(room.key(), room.capacity(), Metadata.of(room));
      created = rooms.create(unlisted ? known.asUnlisted() : known, made);
    } finally {
      if (!created) {
        licenses.closeRoom(room.life());
      }
    }
    if (!created) {
      throw new IllegalStateException("two rooms drew the id " + room.roomId());
    }
    if (unlisted) {
      licenses.unlist(room.life());
    }
  }

  private void count(Room room) {
    switch (licenses.openRoom(room.life())) {
      case Opening.Opened(), Opening.CountedBefore() -> {}
      case Opening.LimitReached() -> throw new DomainException(RoomError.ROOM_LIMIT);
      case Opening.Disabled(), Opening.UnknownLicense() ->
          throw new DomainException(RoomError.LICENSE_DISABLED);
      case Opening.TooSoon(var retryAfter) ->
          throw DomainException.retryAfter(RoomError.TOO_MANY_REQUESTS, retryAfter);
    }
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
