package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.MessageIds;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Entry;
import dev.moim.chat.room.Room;
import dev.moim.chat.room.Rooms;
import dev.moim.chat.room.Seat;
import dev.moim.chat.room.Tally;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.EventItems;
import dev.moim.shared.aws.dynamodb.Operand;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.groups.dynamodb.MemberWrites;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Rooms in DynamoDB. */
public final class DynamoRooms implements Rooms {

  private static final int ATTEMPTS = 3;

  private final DynamoDbClient dynamo;
  private final ChatTables tables;
  private final String table;
  private final Visits visits;
  private final RoomLife life;
  private final Clock clock;

  public DynamoRooms(DynamoDbClient dynamo, ChatTables tables, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.table = tables.chats();
    this.visits = new Visits(tables);
    this.life = new RoomLife(dynamo, table, clock);
    this.clock = clock;
  }

  @Override
  public Visit visit(Asked asked) {
    return visits.find(visits.addTo(new Batch(), asked).read(dynamo), asked);
  }

  @Override
  public Optional<Room> find(long roomId) {
    return new Batch()
        .add(table, Keys.room(roomId)).read(dynamo).of(table).stream()
            .findFirst()
            .flatMap(RoomItem::find);
  }

  @Override
  public List<Entry> of(long userId) {
    return of(userId, true);
  }

  @Override
  public List<Entry> lately(long userId) {
    return of(userId, false);
  }

  private List<Entry> of(long userId, boolean latest) {
    Map<String, AttributeValue> values =
        Map.of(":user", text(Keys.ofUser(userId)), ":seats", text(Keys.SEAT));
    var seats =
        dynamo
            .queryPaginator(r ->
                r.tableName(table)
                    .keyConditionExpression("id = :user AND begins_with(#item, :seats)")
                    .expressionAttributeNames(Map.of("#item", Keys.ITEM))
                    .expressionAttributeValues(values)
                    .consistentRead(latest))
            .items()
            .stream()
            .filter(seat -> seat.containsKey(RoomItem.SINCE)) // or they spoke while they left
            .toList();
    Batch batch = latest ? new Batch() : Batch.eventual();
    for (var seat : seats) {
      batch.add(table, Keys.room(roomId(seat))).add(table, Keys.tally(roomId(seat)));
    }
    Batch.Found found = batch.read(dynamo);
    return seats.stream().flatMap(seat -> entry(found, seat).stream()).toList();
  }

  private static long roomId(Map<String, AttributeValue> seat) {
    return Long.parseLong(textOf(seat, Keys.ITEM).substring(Keys.SEAT.length()));
  }

  private Optional<Entry> entry(Batch.Found found, Map<String, AttributeValue> seat) {
    Seat place = RoomItem.seat(seat);
    Tally tally =
        found.find(table, Keys.tally(roomId(seat))).map(RoomItem::tally).orElse(Tally.NONE);
    return found
        .find(table, Keys.room(roomId(seat)))
        .flatMap(RoomItem::find)
        .map(room -> new Entry(room, tally, place));
  }

  @Override
  public Opened open(long roomId, int messages) {
    Opened opened = read(roomId, messages);
    for (int attempt = 1;
        attempt < ATTEMPTS && !opened.isWhole(clock.instant(), messages);
        attempt++) {
      opened = read(roomId, messages);
    }
    return opened;
  }

  private Opened read(long roomId, int messages) {
    Span all = new Span(Keys.ofRoom(roomId), Keys.MESSAGE, Keys.TALLY);
    var items = dynamo.query(all.of(table, false).limit(messages + 2).build()).items();
    Optional<Room> room = Optional.empty();
    Tally tally = Tally.NONE;
    List<ChatMessage> newest = new ArrayList<>();
    for (var item : items) {
      switch (textOf(item, Keys.ITEM)) {
        case Keys.ROOM -> room = RoomItem.find(item);
        case Keys.TALLY -> tally = RoomItem.tally(item);
        default -> newest.addFirst(MessageItem.read(item));
      }
    }
    String first = MessageIds.from(room.map(Room::since).orElse(Instant.EPOCH));
    newest.removeIf(message -> message.id().compareTo(first) < 0);
    int more = Math.max(0, newest.size() - messages);
    return new Opened(room, tally, newest.subList(more, newest.size()));
  }

  @Override
  public boolean create(Room room) {
    return life.create(room);
  }

  @Override
  public void reopen(Asked host) {
    life.reopen(host);
  }

  @Override
  public void describe(Room described) {
    life.describe(described);
  }

  @Override
  public void close(Room room) {
    life.close(room);
  }

  @Override
  public void delete(Room room) {
    life.delete(room);
  }

  @Override
  public boolean enter(Asked who) {
    TransactWriteItem reader =
        new Update(table, Keys.room(who.roomId()))
            .onlyIf(path(RoomItem.HOST).exists())
            .addTo(path(RoomItem.READERS), Long.toString(who.callerId()))
            .inTransaction()
            .item();
    return new Transaction(List.of(reader, life.seated(Visits.sitting(who))))
        .writeAmongMany(dynamo)
        .isEmpty();
  }

  @Override
  public void exit(Asked who) {
    exit(who, List.of(life.deleted(Keys.seat(Visits.sitting(who)))));
  }

  @Override
  public void exit(Asked who, DomainEvent event) {
    var empty = RoomItem.empty(Visits.sitting(who));
    exit(
        who,
        List.of(
            EventItems.put(table, Keys.event(who.roomId(), event.id()), event),
            TransactWriteItem.builder().put(it -> it.tableName(table).item(empty)).build()));
  }

  private void exit(Asked who, List<TransactWriteItem> rest) {
    TransactWriteItem reader =
        new Update(table, Keys.room(who.roomId()))
            .onlyIf(path(RoomItem.HOST).exists())
            .takeFrom(path(RoomItem.READERS), Long.toString(who.callerId()))
            .inTransaction()
            .item();
    List<TransactWriteItem> all = new ArrayList<>(rest);
    all.addFirst(reader);
    if (new Transaction(all).writeAmongMany(dynamo).isPresent()) {
      new Transaction(rest).writeAmongMany(dynamo); // the room is gone, and nobody is in it
    }
  }

  @Override
  public Marked markRead(Asked who, Tally seen) {
    TransactWriteItem profiled =
        TransactWriteItem.builder()
            .conditionCheck(it ->
                it.tableName(tables.accounts())
                    .key(PersonItem.key(who.callerId()))
                    .conditionExpression("attribute_exists(#gender)")
                    .expressionAttributeNames(Map.of("#gender", PersonItem.GENDER)))
            .build();
    TransactWriteItem mark =
        new Update(table, Keys.seat(Visits.sitting(who)))
            .onlyIf(path(RoomItem.OUT).missing())
            .set(
                path(RoomItem.READ),
                Operand.value(number(seen.total())).minus(path(RoomItem.OWN).orElse(number(0))))
            .inTransaction()
            .item();
    var member = new MemberWrites(tables.groups()).requireActive(Visits.member(who));
    return new Transaction(List.of(profiled, member, mark))
        .writeAmongMany(dynamo)
        .map(refused -> refused == 0 ? Marked.NO_PROFILE : Marked.NO_MEMBER)
        .orElse(Marked.DONE);
  }
}
