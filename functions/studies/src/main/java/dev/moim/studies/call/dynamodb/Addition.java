package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * An update that adds to numbers, as part of a transaction; outside one a repetition adds twice.
 */
final class Addition {

  private final String table;
  private final Map<String, AttributeValue> key;
  private final List<String> adds = new ArrayList<>();
  private final List<String> sets = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  Addition(String table, Map<String, AttributeValue> key) {
    this.table = table;
    this.key = key;
  }

  Addition add(String attribute, long more) {
    adds.add(name(attribute) + " " + value(number(more)));
    return this;
  }

  Addition set(String attribute, AttributeValue value) {
    sets.add(name(attribute) + " = " + value(value));
    return this;
  }

  /** Keeps what is there already. */
  Addition setOnce(String attribute, AttributeValue value) {
    String name = name(attribute);
    sets.add(name + " = if_not_exists(" + name + ", " + value(value) + ")");
    return this;
  }

  TransactWriteItem inTransaction() {
    String set = sets.isEmpty() ? "" : " SET " + String.join(",", sets);
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression("ADD " + String.join(",", adds) + set)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  /** Short ones: an expression holds at most 4 KB. */
  private String name(String attribute) {
    String placeholder = "#" + names.size();
    names.put(placeholder, attribute);
    return placeholder;
  }

  private String value(AttributeValue value) {
    String placeholder = ":" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
