package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.meetings.search.Bindery;
import dev.moim.meetings.search.Listing;
import dev.moim.meetings.search.Manifest;
import dev.moim.meetings.search.Manifest.Volume;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Makes volumes in the table of meetings. */
public final class DynamoBindery implements Bindery {

  /** An item has at most 400 KB. */
  static final int MAX_BYTES = 380_000;

  /** What is tried first: more is seldom small enough. */
  private static final int MAX_LISTINGS = 4_000;

  /** No search takes that long between the manifest and its volumes. */
  private static final Duration DISCARDED = Duration.ofHours(1);

  /** As many as DynamoDB takes in one batch. */
  private static final int BATCH = 25;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoBindery(DynamoDbClient dynamo, MeetingsTables tables, Clock clock) {
    this.dynamo = dynamo;
    this.table = tables.meetings();
    this.clock = clock;
  }

  @Override
  public List<Volume> bind(List<Listing> listings) {
    List<Listing> byDate = listings.stream().sorted(Comparator.comparing(Listing::at)).toList();
    List<Volume> volumes = new ArrayList<>();
    for (int i = 0; i < byDate.size(); i += MAX_LISTINGS) {
      volumes.addAll(fitting(byDate.subList(i, Math.min(i + MAX_LISTINGS, byDate.size()))));
    }
    return volumes;
  }

  /** Two halves of what does not fit into one item. */
  private List<Volume> fitting(List<Listing> byDate) {
    byte[] bytes = ListingCodec.write(byDate);
    if (bytes.length <= MAX_BYTES) {
      String id = Ids.base62(12);
      dynamo.putItem(r -> r.tableName(table).item(CatalogueItem.volume(id, bytes)));
      return List.of(new Volume(id, bytes.length, byDate.get(byDate.size() / 2).at()));
    }
    int middle = byDate.size() / 2;
    List<Volume> volumes = new ArrayList<>(fitting(byDate.subList(0, middle)));
    volumes.addAll(fitting(byDate.subList(middle, byDate.size())));
    return volumes;
  }

  @Override
  public boolean publish(Manifest before, List<Volume> after) {
    var edition = path(CatalogueItem.EDITION);
    var unchanged = edition.equalTo(number(before.edition()));
    return new Update(table, CatalogueItem.manifestKey())
        .set(edition, number(before.edition() + 1))
        .set(path(CatalogueItem.VOLUMES), CatalogueItem.volumes(after))
        .onlyIf(before.edition() == 0 ? edition.missing() : unchanged)
        .tryWith(dynamo)
        .isPresent();
  }

  @Override
  public void clear(List<Listing> fresh) {
    List<WriteRequest> writes =
        fresh.stream().map(listing -> deletion(CatalogueItem.freshKey(listing))).toList();
    for (int i = 0; i < writes.size(); i += BATCH) {
      Map<String, List<WriteRequest>> left =
          Map.of(table, writes.subList(i, Math.min(i + BATCH, writes.size())));
      while (!left.isEmpty()) {
        Map<String, List<WriteRequest>> some = left;
        left = dynamo.batchWriteItem(it -> it.requestItems(some)).unprocessedItems();
      }
    }
  }

  private static WriteRequest deletion(Map<String, AttributeValue> key) {
    return WriteRequest.builder().deleteRequest(it -> it.key(key)).build();
  }

  @Override
  public void discard(List<Volume> volumes) {
    long expiresAt = clock.instant().plus(DISCARDED).getEpochSecond();
    for (Volume volume : volumes) {
      new Update(table, CatalogueItem.volumeKey(volume.id()))
          .set(path(CatalogueItem.EXPIRES_AT), number(expiresAt))
          .tryWith(dynamo);
    }
  }
}
