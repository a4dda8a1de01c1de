package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.shared.licenses.dynamodb.LicenseItem.KeyAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Beside a disabled license stands an item {@code disabled#<id>} of kind {@code disabled}, so that
 * whoever has to close its rooms finds it without looking at all the others.
 */
public final class DynamoLicenseControl implements LicenseControl {

  private static final String MARKER = "disabled#";
  private static final AttributeValue DISABLED = text("disabled");

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoLicenseControl(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean rotate(String licenseId, Map<KeyName, String> newHashes, Instant oldUntil) {
    Update rotation =
        new Update(table, LicenseItem.key(licenseId)).onlyIf(path(LicenseItem.ID).exists());
    newHashes.forEach((name, hash) -> {
      KeyAttributes key = KeyAttributes.of(name);
      rotation
          .set(path(key.oldHash()), path(key.hash()))
          .set(path(key.oldUntil()), number(oldUntil.toEpochMilli()))
          .set(path(key.hash()), text(hash))
          // Repeated after a lost answer it would take the new key for the old one.
          .onlyIf(path(key.hash()).notEqualTo(text(hash)));
    });
    try {
      dynamo.updateItem(rotation.request());
      return true;
    } catch (ConditionalCheckFailedException doneOrUnknown) {
      return doneOrUnknown.hasItem();
    }
  }

  @Override
  public boolean disable(String licenseId) {
    var marker = Map.of(LicenseItem.ID, text(MARKER + licenseId), LicenseItem.KIND, DISABLED);
    var put = Put.builder().tableName(table).item(marker).build();
    return transact(
        List.of(enabled(licenseId, false), TransactWriteItem.builder().put(put).build()));
  }

  @Override
  public boolean enable(String licenseId) {
    return transact(List.of(enabled(licenseId, true), unmark(licenseId)));
  }

  @Override
  public boolean tell(String licenseId, boolean told) {
    Path mark = path(LicenseItem.TOLD);
    Update update = new Update(table, LicenseItem.key(licenseId));
    return (told ? update.set(mark, flag(true)) : update.remove(mark))
        .onlyIf(path(LicenseItem.ID).exists())
        .tryWith(dynamo)
        .isPresent();
  }

  @Override
  public List<String> disabledIds() {
    return dynamo
        .queryPaginator(r ->
            r.tableName(table)
                .indexName(LicenseItem.ALL)
                .keyConditionExpression("kind = :disabled")
                .expressionAttributeValues(Map.of(":disabled", DISABLED)))
        .items()
        .stream()
        .map(item -> textOf(item, LicenseItem.ID).substring(MARKER.length()))
        .toList();
  }

  @Override
  public void settle(String licenseId) {
    var empty =
        ConditionCheck.builder()
            .tableName(table)
            .key(LicenseItem.key(licenseId))
            .conditionExpression("#open = :none")
            .expressionAttributeNames(Map.of("#open", LicenseItem.OPEN))
            .expressionAttributeValues(Map.of(":none", number(0)))
            .build();
    transact(List.of(TransactWriteItem.builder().conditionCheck(empty).build(), unmark(licenseId)));
  }

  private TransactWriteItem enabled(String licenseId, boolean enabled) {
    return new Update(table, LicenseItem.key(licenseId))
        .set(path(LicenseItem.ENABLED), flag(enabled))
        .onlyIf(path(LicenseItem.ID).exists())
        .inTransaction()
        .item();
  }

  private TransactWriteItem unmark(String licenseId) {
    var marker = Map.of(LicenseItem.ID, text(MARKER + licenseId));
    var delete = Delete.builder().tableName(table).key(marker).build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  /** Only the first of the items has a condition. */
  private boolean transact(List<TransactWriteItem> items) {
    return new Transaction(items).write(dynamo);
  }
}
