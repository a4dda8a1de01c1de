package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingState;
import dev.moim.meetings.participation.Application;
import dev.moim.meetings.participation.AskedAbout;
import dev.moim.meetings.participation.Participation;
import dev.moim.meetings.participation.ParticipationStatus;
import dev.moim.meetings.participation.Participations;
import dev.moim.meetings.participation.Removal;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.EventItems;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.MemberWrites;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.dynamodb.PersonItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Applications in DynamoDB. */
public final class DynamoParticipations implements Participations {

  private static final Path STATUS = path(ApplicationItem.STATUS);
  private static final Path STATE = path(MeetingItem.STATE);
  private static final Path APPROVED = path(MeetingItem.APPROVED);

  private final DynamoDbClient dynamo;
  private final MeetingsTables tables;
  private final String table;
  private final MemberWrites members;
  private final ApplicationLists lists;
  private final Departures departures;

  public DynamoParticipations(DynamoDbClient dynamo, MeetingsTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.table = tables.meetings();
    this.members = new MemberWrites(tables.groups());
    this.lists = new ApplicationLists(dynamo, table);
    this.departures = new Departures(dynamo, table);
  }

  @Override
  public Visit visit(AskedAbout asked) {
    var found =
        new Batch()
            .add(tables.accounts(), PersonItem.key(asked.callerId()))
            .add(table, Keys.application(asked.applicationId()))
            .read(dynamo);
    return new Visit(
        found.of(tables.accounts()).stream().findFirst().flatMap(PersonItem::read),
        found.of(table).stream().findFirst().flatMap(ApplicationItem::find));
  }

  @Override
  public Place place(Removal removal) {
    var applicant = Keys.applicant(removal.meetingId(), new Keys.Applicant(removal.userId()));
    var found =
        new Batch()
            .add(tables.accounts(), PersonItem.key(removal.callerId()))
            .add(table, Keys.meeting(removal.meetingId()))
            .add(table, applicant)
            .read(dynamo);
    return new Place(
        found.of(tables.accounts()).stream().findFirst().flatMap(PersonItem::read),
        found.find(table, Keys.meeting(removal.meetingId())).map(MeetingItem::read),
        found.find(table, applicant).map(ApplicationItem::read));
  }

  @Override
  public Change apply(Application application, DomainEvent event) {
    var applicant =
        ApplicationItem.applicant(new Participation(application, ParticipationStatus.PENDING));
    Optional<Integer> refused =
        new Transaction(
                List.of(
                    new NewItem(table, Keys.ID, applicant).inTransaction(),
                    recruiting(application),
                    new NewItem(table, Keys.ID, ApplicationItem.pointer(application))
                        .inTransaction(),
                    written(application, event)))
            .writeAmongMany(dynamo);
    return change(refused, Change.WRONG_MEETING);
  }

  /** Only while its meeting recruits. */
  private TransactWriteItem recruiting(Application application) {
    return TransactWriteItem.builder()
        .conditionCheck(it ->
            it.tableName(table)
                .key(Keys.meeting(application.meetingId()))
                .conditionExpression("#state = :recruiting")
                .expressionAttributeNames(Map.of("#state", MeetingItem.STATE))
                .expressionAttributeValues(
                    Map.of(":recruiting", text(MeetingState.RECRUITING.name()))))
        .build();
  }

  private TransactWriteItem written(Application application, DomainEvent event) {
    return EventItems.put(table, Keys.event(application.meetingId(), event.id()), event);
  }

  @Override
  public Change approve(Application application, DomainEvent event) {
    TransactWriteItem oneMore =
        new Update(table, Keys.meeting(application.meetingId()))
            .onlyIf(STATE.equalTo(text(MeetingState.RECRUITING.name())))
            .onlyIf(APPROVED.lessThan(path(MeetingItem.MAX)))
            .increment(MeetingItem.APPROVED)
            .increment(MeetingItem.REVISION)
            .inTransaction()
            .item();
    Optional<Integer> refused =
        new Transaction(
                List.of(
                    decided(application, ParticipationStatus.APPROVED),
                    oneMore,
                    members.put(Members.approved(application, event.occurredAt())),
                    written(application, event)))
            .writeAmongMany(dynamo);
    return refused.orElse(0) == 1 ? refusedBy(application) : change(refused, Change.FULL);
  }

  /** Full, or not recruiting: the meeting has to be asked. */
  private Change refusedBy(Application application) {
    var found =
        dynamo.getItem(r ->
            r.tableName(table).key(Keys.meeting(application.meetingId())).consistentRead(true));
    return MeetingItem.find(found.item())
        .filter(meeting -> meeting.state() == MeetingState.RECRUITING)
        .filter(Meeting::isFull)
        .map(_ -> Change.FULL)
        .orElse(Change.WRONG_MEETING);
  }

  @Override
  public Change reject(Application application, DomainEvent event) {
    Optional<Integer> refused =
        new Transaction(
                List.of(
                    decided(application, ParticipationStatus.REJECTED),
                    recruiting(application),
                    written(application, event)))
            .writeAmongMany(dynamo);
    return change(refused, Change.WRONG_MEETING);
  }

  /** Only of somebody who waits. */
  private TransactWriteItem decided(Application application, ParticipationStatus status) {
    return new Update(table, ApplicationItem.applicantKey(application))
        .onlyIf(path(ApplicationItem.APPLICATION).equalTo(number(application.id())))
        .onlyIf(STATUS.equalTo(text(ParticipationStatus.PENDING.name())))
        .set(STATUS, text(status.name()))
        .inTransaction()
        .item();
  }

  @Override
  public Change delete(Application application, boolean over) {
    return departures.delete(application, over);
  }

  @Override
  public Change leave(Application application, DomainEvent event) {
    return departures.leave(application, event, members.delete(member(application)));
  }

  @Override
  public Change quit(Application application, DomainEvent event) {
    return departures.leave(application, event, members.forget(member(application)));
  }

  private static MemberKey member(Application application) {
    return new MemberKey(
        Long.toString(application.meetingId()), Long.toString(application.userId()));
  }

  @Override
  public List<Participation> of(long meetingId) {
    return lists.of(meetingId);
  }

  @Override
  public List<Participation> byUser(long userId, long after, int limit) {
    return lists.byUser(userId, after, limit);
  }

  static Change change(Optional<Integer> refused, Change bySecond) {
    if (refused.isEmpty()) {
      return Change.DONE;
    }
    return refused.get() == 0 ? Change.WRONG_STATUS : bySecond;
  }
}
