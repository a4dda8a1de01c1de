package dev.moim.shared.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Writes one {@code UpdateItem}, alone or as part of a transaction.
 *
 * <p>Alone it asks for the item after the change ({@code ALL_NEW}) and, when the condition fails,
 * for the item that failed it: both cost nothing and save the read that would follow.
 *
 * <p>DynamoDB refuses an expression of more than 4 KB, placeholders instead of names and values
 * counted, and a request of more than 300 operators and functions. Whoever writes about a list of
 * things does so in parts.
 */
public final class Update {

  private final String table;
  private final Map<String, AttributeValue> key;
  private final Placeholders placeholders = new Placeholders();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> adds = new ArrayList<>();
  private final List<String> deletes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  public Update(String table, Map<String, AttributeValue> key) {
    this.table = table;
    this.key = key;
  }

  public Update set(Path path, AttributeValue value) {
    return set(path, Operand.value(value));
  }

  /** Sets a path to what the operand is of the item as it was before. */
  public Update set(Path path, Operand value) {
    sets.add(path.in(placeholders) + " = " + value.in(placeholders));
    return this;
  }

  /** Adds one to a number. Only under a condition that a repeated commit would fail. */
  public Update increment(String attribute) {
    Path number = Path.path(attribute);
    return set(number, number.plus(Attributes.number(1)));
  }

  public Update remove(Path path) {
    removes.add(path.in(placeholders));
    return this;
  }

  /** Puts a text into a set; repeating it changes nothing. */
  public Update addTo(Path set, String text) {
    return addTo(set, List.of(text));
  }

  /** Puts texts into a set; repeating it changes nothing. */
  public Update addTo(Path set, List<String> texts) {
    adds.add(in(set, texts));
    return this;
  }

  /** Takes a text out of a set; repeating it changes nothing. */
  public Update takeFrom(Path set, String text) {
    return takeFrom(set, List.of(text));
  }

  /** Takes texts out of a set; repeating it changes nothing. */
  public Update takeFrom(Path set, List<String> texts) {
    deletes.add(in(set, texts));
    return this;
  }

  private String in(Path set, List<String> texts) {
    return set.in(placeholders) + " " + placeholders.of(Attributes.texts(texts));
  }

  /** Adds a condition; all of them must hold. */
  public Update onlyIf(Condition condition) {
    conditions.add(condition.in(placeholders));
    return this;
  }

  public UpdateItemRequest request() {
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key)
            .updateExpression(expression(adds))
            .expressionAttributeNames(placeholders.names())
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!placeholders.values().isEmpty()) {
      request.expressionAttributeValues(placeholders.values());
    }
    if (!conditions.isEmpty()) {
      request.conditionExpression(condition());
    }
    return request.build();
  }

  /**
   * Makes the change if its condition holds.
   *
   * @return the item afterwards, or empty if the condition failed
   */
  public Optional<Map<String, AttributeValue>> tryWith(DynamoDbClient dynamo) {
    try {
      return Optional.of(dynamo.updateItem(request()).attributes());
    } catch (ConditionalCheckFailedException refused) {
      return Optional.empty();
    }
  }

  /** The change as part of a transaction, which may also add to numbers. */
  public InTransaction inTransaction() {
    return new InTransaction();
  }

  /**
   * An update that is carried out once, however often its transaction is sent: alone, a repetition
   * of {@code ADD} would add twice.
   */
  public final class InTransaction {

    private final List<String> allAdds = new ArrayList<>(adds);

    private InTransaction() {}

    /** Adds to a number, or begins with it if there is none. */
    public InTransaction add(Path number, long more) {
      allAdds.add(number.in(placeholders) + " " + placeholders.of(Attributes.number(more)));
      return this;
    }

    public TransactWriteItem item() {
      var update =
          software.amazon.awssdk.services.dynamodb.model.Update.builder()
              .tableName(table)
              .key(key)
              .updateExpression(expression(allAdds))
              .expressionAttributeNames(placeholders.names());
      if (!placeholders.values().isEmpty()) {
        update.expressionAttributeValues(placeholders.values());
      }
      if (!conditions.isEmpty()) {
        update.conditionExpression(condition());
      }
      return TransactWriteItem.builder().update(update.build()).build();
    }
  }

  private String condition() {
    return String.join(" AND ", conditions);
  }

  private String expression(List<String> allAdds) {
    List<String> clauses = new ArrayList<>();
    clause(clauses, "SET ", sets);
    clause(clauses, "REMOVE ", removes);
    clause(clauses, "ADD ", allAdds);
    clause(clauses, "DELETE ", deletes);
    return String.join(" ", clauses);
  }

  private static void clause(List<String> clauses, String verb, List<String> actions) {
    if (!actions.isEmpty()) {
      clauses.add(verb + String.join(", ", actions));
    }
  }
}
