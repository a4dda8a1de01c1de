package dev.moim.meetings.dynamodb;

import dev.moim.meetings.Seoul;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.search.BindVolumes;
import dev.moim.meetings.search.Listing;
import dev.moim.meetings.search.Manifest;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Many meetings at once, past all rules, as if each had been made and indexed. */
public final class Population {

  private static final int BATCH = 25;

  private final DynamoDbExtension dynamo;
  private final MeetingsTables tables;
  private final Clock clock;

  public Population(DynamoDbExtension dynamo, Clock clock) {
    this.dynamo = dynamo;
    this.clock = clock;
    tables =
        new MeetingsTables(
            dynamo.table("MeetingsTable"),
            dynamo.table("AccountsTable"),
            dynamo.table("GroupsTable"));
  }

  /**
   * @param loose how many of them are in no volume yet
   */
  public List<Meeting> settle(int count, int loose, Seoul seoul) {
    return settle(count, loose, seoul, _ -> true);
  }

  /**
   * @param needed which of them a test will look at; the others are in the catalogue only
   */
  public List<Meeting> settle(int count, int loose, Seoul seoul, Predicate<Meeting> needed) {
    List<Meeting> meetings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      meetings.add(Meeting.of(1_000_000L + i, seoul.details(clock.instant()), 1));
    }
    List<Meeting> written = meetings.stream().filter(needed).toList();
    for (int i = 0; i < written.size(); i += BATCH) {
      write(written.subList(i, Math.min(i + BATCH, written.size())));
    }
    DynamoShelves shelves = new DynamoShelves(dynamo.client(), tables);
    DynamoBindery bindery = new DynamoBindery(dynamo.client(), tables, clock);
    List<Listing> listings = meetings.stream().map(Listing::of).toList();
    bindery.publish(Manifest.EMPTY, bindery.bind(listings.subList(loose, count)));
    listings.subList(0, loose).forEach(shelves::add);
    return meetings;
  }

  private void write(List<Meeting> some) {
    Instant now = clock.instant();
    List<WriteRequest> writes =
        some.stream()
            .map(meeting ->
                MeetingItem.write(meeting, DomainEvent.of("meeting.created", now, Map.of())))
            .map(item -> WriteRequest.builder().putRequest(it -> it.item(item)).build())
            .toList();
    dynamo.client().batchWriteItem(it -> it.requestItems(Map.of(tables.meetings(), writes)));
  }

  /** One run of the schedule that makes volumes. */
  public void bind() {
    DynamoShelves shelves = new DynamoShelves(dynamo.client(), tables);
    new BindVolumes(shelves, new DynamoBindery(dynamo.client(), tables, clock), clock).run();
  }

  public Manifest manifest() {
    return new DynamoShelves(dynamo.client(), tables).contents().manifest();
  }

  public int loose() {
    return new DynamoShelves(dynamo.client(), tables).contents().fresh().size();
  }
}
