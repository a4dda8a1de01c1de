package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.meeting.PostingDay;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.EventItems;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.MemberWrites;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Meetings in DynamoDB. */
public final class DynamoMeetings implements Meetings {

  /** What a transaction has room for beside the meeting, the day and the event. */
  private static final int MAX_MEMBERS = 96;

  private final DynamoDbClient dynamo;
  private final String table;
  private final MemberWrites members;
  private final AuthorDays days;

  public DynamoMeetings(DynamoDbClient dynamo, MeetingsTables tables) {
    this.dynamo = dynamo;
    this.table = tables.meetings();
    this.members = new MemberWrites(tables.groups());
    this.days = new AuthorDays(dynamo, table);
  }

  @Override
  public Optional<Meeting> find(long id) {
    var found = dynamo.getItem(r -> r.tableName(table).key(Keys.meeting(id)).consistentRead(true));
    return MeetingItem.find(found.item());
  }

  @Override
  public Map<Long, Meeting> findAll(Collection<Long> ids) {
    Batch batch = Batch.eventual();
    ids.forEach(id -> batch.add(table, Keys.meeting(id)));
    Map<Long, Meeting> found = new HashMap<>();
    for (var item : batch.read(dynamo).of(table)) {
      Meeting meeting = MeetingItem.read(item);
      found.put(meeting.id(), meeting);
    }
    return found;
  }

  @Override
  public Creation create(Meeting meeting, Person author, DomainEvent event) {
    Optional<Integer> refused =
        new Transaction(
                List.of(
                    days.with(meeting),
                    new NewItem(table, Keys.ID, MeetingItem.write(meeting, event)).inTransaction(),
                    members.put(Members.author(meeting, author))))
            .writeAmongMany(dynamo);
    if (refused.isEmpty()) {
      return Creation.DONE;
    }
    return refused.get() == 0 ? Creation.TOO_MANY : Creation.TAKEN;
  }

  @Override
  public boolean change(Meeting before, Meeting after, DomainEvent event) {
    Update update = changed(before, after);
    return new Transaction(List.of(update.inTransaction().item(), written(before.id(), event)))
        .writeAmongMany(dynamo)
        .isEmpty();
  }

  private Update changed(Meeting before, Meeting after) {
    Update update =
        new Update(table, Keys.meeting(before.id()))
            .onlyIf(path(MeetingItem.REVISION).equalTo(number(before.revision())));
    MeetingItem.values(after)
        .forEach((name, value) -> {
          if (value == null) {
            update.remove(path(name));
          } else {
            update.set(path(name), value);
          }
        });
    return update;
  }

  private TransactWriteItem written(long meetingId, DomainEvent event) {
    return EventItems.put(table, Keys.event(meetingId, event.id()), event);
  }

  @Override
  public boolean end(Meeting before, Ending ending) {
    List<TransactWriteItem> gone =
        ending.memberIds().stream()
            .map(id -> members.delete(new MemberKey(before.groupId(), Long.toString(id))))
            .toList();
    for (int i = MAX_MEMBERS; i < gone.size(); i += MAX_MEMBERS) {
      List<TransactWriteItem> some = gone.subList(i, Math.min(i + MAX_MEMBERS, gone.size()));
      dynamo.transactWriteItems(it -> it.transactItems(some));
    }
    List<TransactWriteItem> parts = new ArrayList<>();
    parts.add(ended(before, ending));
    if (before.hasAuthor()) {
      parts.add(days.without(before));
    }
    parts.add(written(before.id(), ending.event()));
    parts.addAll(gone.subList(0, Math.min(MAX_MEMBERS, gone.size())));
    return new Transaction(parts).writeAmongMany(dynamo).isEmpty();
  }

  private TransactWriteItem ended(Meeting before, Ending ending) {
    Instant forgotten = ending.event().occurredAt().plus(MeetingItem.REMEMBERED);
    return changed(before, ending.after())
        .set(path(MeetingItem.EXPIRES_AT), number(forgotten.getEpochSecond()))
        .inTransaction()
        .item();
  }

  @Override
  public List<Long> madeBy(long authorId, long after, int limit) {
    String from = after == 0 ? AuthorDays.FIRST : PostingDay.of(after).date().toString();
    List<Long> ids = new ArrayList<>();
    for (var day : days.of(authorId, from)) {
      textsOf(day, AuthorDays.MEETINGS).stream()
          .map(Long::parseLong)
          .filter(id -> id > after)
          .sorted()
          .forEach(ids::add);
      if (ids.size() >= limit) {
        break;
      }
    }
    return ids.subList(0, Math.min(limit, ids.size()));
  }

  @Override
  public List<Meeting> open(Instant at, long after, int limit) {
    return listed(Keys.OPEN, "#position > :position", Keys.position(at, after), limit);
  }

  @Override
  public List<Meeting> past(Instant now, int limit) {
    List<Meeting> past = new ArrayList<>();
    for (String list : List.of(Keys.OPEN, Keys.CLOSED)) {
      past.addAll(
          listed(list, "#position < :position", Keys.position(now.plusSeconds(1), 0), limit));
    }
    return past;
  }

  private List<Meeting> listed(String list, String which, String position, int limit) {
    return dynamo
        .query(r ->
            r.tableName(table)
                .indexName(Keys.LISTS)
                .keyConditionExpression("#list = :list AND " + which)
                .expressionAttributeNames(Map.of("#list", Keys.LIST, "#position", Keys.POSITION))
                .expressionAttributeValues(Map.of(":list", text(list), ":position", text(position)))
                .limit(limit))
        .items()
        .stream()
        .map(MeetingItem::read)
        .toList();
  }
}
