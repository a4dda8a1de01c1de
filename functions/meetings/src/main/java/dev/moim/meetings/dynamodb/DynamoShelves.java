package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.meetings.search.Listing;
import dev.moim.meetings.search.Manifest;
import dev.moim.meetings.search.Shelves;
import dev.moim.shared.aws.dynamodb.Batch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The catalogue in the table of meetings. */
public final class DynamoShelves implements Shelves {

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoShelves(DynamoDbClient dynamo, MeetingsTables tables) {
    this.dynamo = dynamo;
    this.table = tables.meetings();
  }

  @Override
  public void add(Listing listing) {
    dynamo.putItem(r -> r.tableName(table).item(CatalogueItem.fresh(listing)));
  }

  @Override
  public Contents contents() {
    List<Listing> fresh = new ArrayList<>();
    Manifest manifest = Manifest.EMPTY;
    var items =
        dynamo
            .queryPaginator(r ->
                r.tableName(table)
                    .keyConditionExpression("#id = :catalogue")
                    .expressionAttributeNames(Map.of("#id", Keys.ID))
                    .expressionAttributeValues(Map.of(":catalogue", text(CatalogueItem.CATALOGUE)))
                    .consistentRead(true))
            .items();
    for (var item : items) {
      if (CatalogueItem.isManifest(item)) {
        manifest = CatalogueItem.manifest(item);
      } else {
        fresh.addAll(CatalogueItem.listings(item));
      }
    }
    return new Contents(manifest, fresh);
  }

  /** They never change, so the cheaper read will do for all but one that was made just now. */
  @Override
  public Map<String, List<Listing>> volumes(Collection<String> ids) {
    Map<String, List<Listing>> volumes = read(Batch.eventual(), ids);
    List<String> missing = ids.stream().filter(id -> !volumes.containsKey(id)).toList();
    volumes.putAll(read(new Batch(), missing));
    return volumes;
  }

  private Map<String, List<Listing>> read(Batch batch, Collection<String> ids) {
    Map<String, List<Listing>> volumes = new HashMap<>();
    ids.forEach(id -> batch.add(table, CatalogueItem.volumeKey(id)));
    for (var item : batch.read(dynamo).of(table)) {
      volumes.put(CatalogueItem.volumeId(item), CatalogueItem.listings(item));
    }
    return volumes;
  }
}
