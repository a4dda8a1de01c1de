package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;
import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Members;
import dev.moim.shared.rooms.Permits;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.RoomFacts;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Tally;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A room as one item of the table of rooms. */
final class RoomItem {

  static final String ROOM_ID = "roomId"; // partition key, S
  static final String LICENSE_ID = "licenseId"; // sort key: two tenants may use the same room id, S
  static final String TITLE = "title"; // S
  static final String DESCRIPTION = "description"; // S
  static final String CAPACITY = "capacity"; // N
  static final String MEDIA = "media"; // through LiveKit, BOOL
  static final String DESTROY = "destroy"; // goes away when empty, BOOL
  static final String TALKING_NOTY = "talkingNoty"; // BOOL
  static final String CREATED_BY = "createdBy"; // user id, S
  static final String HOST = "host"; // explicit host's user id, S, absent when derived
  static final String CREATED_AT = "createdAt"; // epoch milliseconds, N
  static final String SEATS = "seats"; // user id -> SeatItem, M
  static final String LOCKED =
      "locked"; // nobody new comes in, BOOL, absent until somebody locks it
  static final String KICKED = "kicked"; // user ids and marks of sockets, SS, absent when none
  static final String PERMITS =
      "permits"; // permission and user id -> when asked, M, absent when none
  static final String SHARE = "share"; // [type, userId, img], L, absent when none
  static final String GROUPS = "groups"; // group id -> [title, members, creator], M
  static final String UNLISTED = "unlisted"; // BOOL, absent unless its license has many
  static final String TOLD = "told"; // BOOL, absent unless its tenant's servers hear of it
  static final String JOINS = "joins"; // how often somebody came in, N
  static final String PEAK = "peak"; // the most who were in it, once somebody has left, N
  static final String REV = "rev"; // N, absent once it has ended
  static final String EMPTY_REV = "emptyRev"; // the rev at which nobody was seen in it, N
  static final String EMPTY_SINCE = "emptySince"; // when that was seen, epoch milliseconds, N
  static final String SID = "sid"; // of the room at the media server, S, absent before and after
  static final String SID_AT = "sidAt"; // when the media server made it, epoch milliseconds, N

  /** When a fact was edited last, beside it: epoch milliseconds, N, absent until it was. */
  static String editedAt(String fact) {
    return fact + "At";
  }

  private RoomItem() {}

  static Map<String, AttributeValue> key(RoomKey room) {
    return Map.of(ROOM_ID, text(room.roomId()), LICENSE_ID, text(room.licenseId()));
  }

  /** A room as it begins; later, seats are only ever written by conditional updates. */
  static Map<String, AttributeValue> writeNew(Room room) {
    Map<String, AttributeValue> item = new HashMap<>(key(room.key()));
    item.put(TITLE, text(room.title()));
    item.put(DESCRIPTION, text(room.facts().description()));
    item.put(CAPACITY, number(room.capacity()));
    item.put(MEDIA, flag(room.media()));
    item.put(DESTROY, flag(room.destroy()));
    item.put(TALKING_NOTY, flag(room.talkingNoty()));
    item.put(CREATED_BY, text(room.createdBy()));
    room.host().ifPresent(host -> item.put(HOST, text(host)));
    item.put(CREATED_AT, number(room.createdAt()));
    Map<String, AttributeValue> seats = new HashMap<>();
    room.seats().forEach((user, seat) -> seats.put(user, SeatItem.write(seat)));
    item.put(SEATS, AttributeValue.fromM(seats));
    item.put(GROUPS, AttributeValue.fromM(Map.of()));
    item.put(JOINS, number(room.tally().joins()));
    item.put(REV, number(0));
    if (room.unlisted()) {
      item.put(UNLISTED, flag(true));
    }
    if (room.told()) {
      item.put(TOLD, flag(true));
    }
    return item;
  }

  /** The room, unless it has ended. */
  static Optional<Room> find(Map<String, AttributeValue> item) {
    return item.containsKey(REV) ? Optional.of(read(item)) : Optional.empty();
  }

  /** The room that is in the way of a change. */
  static Optional<Room> find(ConditionalCheckFailedException refused) {
    return refused.hasItem() ? find(refused.item()) : Optional.empty();
  }

  static Room read(Map<String, AttributeValue> item) {
    Map<String, Seat> seats = new HashMap<>();
    mapOf(item, SEATS).forEach((user, seat) -> seats.put(user, SeatItem.read(user, seat)));
    Map<String, Group> groups = new HashMap<>();
    mapOf(item, GROUPS).forEach((id, group) -> groups.put(id, readGroup(group)));
    return new Room(
        readFacts(item),
        readOptions(item),
        new Members(
            seats,
            optionalText(item, HOST),
            textsOf(item, KICKED),
            readPermits(item),
            readTally(item)),
        Optional.ofNullable(item.get(SHARE)).map(RoomItem::readShare),
        groups,
        numberOf(item, REV));
  }

  /** Of a room that is open, or of one that has ended. */
  static Tally readTally(Map<String, AttributeValue> item) {
    return new Tally(numberOf(item, JOINS), numberOf(item, PEAK));
  }

  /** All that the index of a license's rooms holds. */
  static RoomFacts readFacts(Map<String, AttributeValue> item) {
    return new RoomFacts(
        new RoomKey(textOf(item, LICENSE_ID), textOf(item, ROOM_ID)),
        textOf(item, TITLE),
        (int) numberOf(item, CAPACITY),
        flagOf(item, MEDIA),
        textOf(item, CREATED_BY),
        numberOf(item, CREATED_AT),
        textOf(item, DESCRIPTION));
  }

  private static Set<Option> readOptions(Map<String, AttributeValue> item) {
    Set<Option> options = EnumSet.noneOf(Option.class);
    if (flagOf(item, DESTROY)) {
      options.add(Option.DESTROY);
    }
    if (flagOf(item, TALKING_NOTY)) {
      options.add(Option.TALKING_NOTY);
    }
    if (flagOf(item, LOCKED)) {
      options.add(Option.LOCKED);
    }
    if (flagOf(item, UNLISTED)) {
      options.add(Option.UNLISTED);
    }
    if (flagOf(item, TOLD)) {
      options.add(Option.TOLD);
    }
    return options;
  }

  static AttributeValue writePermits(Permits permits) {
    Map<String, AttributeValue> asked = new HashMap<>();
    permits.asked().forEach((entry, millis) -> asked.put(entry, number(millis)));
    return AttributeValue.fromM(asked);
  }

  private static Permits readPermits(Map<String, AttributeValue> item) {
    Map<String, Long> asked = new HashMap<>();
    mapOf(item, PERMITS).forEach((entry, millis) -> asked.put(entry, Long.valueOf(millis.n())));
    return new Permits(asked);
  }

  static AttributeValue writeShare(Share share) {
    return AttributeValue.fromL(
        List.of(text(share.type()), text(share.userId()), text(share.img().orElse(""))));
  }

  private static Share readShare(AttributeValue value) {
    List<AttributeValue> list = value.l();
    return new Share(
        list.get(0).s(),
        Optional.of(list.get(2).s()).filter(img -> !img.isEmpty()),
        list.get(1).s());
  }

  static AttributeValue writeGroup(Group group) {
    return AttributeValue.fromL(
        List.of(
            text(group.title()),
            AttributeValue.fromL(group.members().stream().map(AttributeValue::fromS).toList()),
            text(group.createdBy())));
  }

  private static Group readGroup(AttributeValue value) {
    List<AttributeValue> list = value.l();
    List<String> members = list.get(1).l().stream().map(AttributeValue::s).toList();
    return new Group(list.get(0).s(), members, list.get(2).s());
  }
}
