package dev.moim.shared.aws.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Writes one {@code UpdateItem}: every name and value becomes a placeholder, so reserved words and
 * ids with dots or dashes are safe, and a reader sees the condition in one line.
 *
 * <p>It asks for the item after the change ({@code ALL_NEW}) and, when the condition fails, for the
 * item that failed it: both cost nothing and save the read that would follow.
 */
public final class Update {

  private final String table;
  private final Map<String, AttributeValue> key;
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> adds = new ArrayList<>();
  private final List<String> deletes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  public Update(String table, Map<String, AttributeValue> key) {
    this.table = table;
    this.key = key;
  }

  /** The elements of a document path, such as {@code path("seats", userId)}. */
  public static Path path(String... elements) {
    return new Path(List.of(elements), -1);
  }

  /**
   * @param index an element of the list at the path's end, or -1 for the list itself
   */
  public record Path(List<String> elements, int index) {
    public Path at(int position) {
      return new Path(elements, position);
    }
  }

  public Update set(Path path, AttributeValue value) {
    sets.add(render(path) + " = " + render(value));
    return this;
  }

  /**
   * Sets a path to what an expression makes of the item as it is, such as {@code "%s + %s"}.
   *
   * @param operands {@link Path}s and {@link AttributeValue}s that replace each {@code %s}
   */
  public Update set(Path path, String template, Object... operands) {
    sets.add(render(path) + " = " + render(template, operands));
    return this;
  }

  /** Adds one to a number. Only under a condition that a repeated commit would fail. */
  public Update increment(String attribute) {
    String name = render(path(attribute));
    sets.add(name + " = " + name + " + " + render(Attributes.number(1)));
    return this;
  }

  public Update remove(Path path) {
    removes.add(render(path));
    return this;
  }

  /** Puts texts into a set; repeating it changes nothing. */
  public Update addTo(String set, String text) {
    adds.add(render(path(set)) + " " + render(Attributes.texts(List.of(text))));
    return this;
  }

  public Update takeFrom(String set, String text) {
    deletes.add(render(path(set)) + " " + render(Attributes.texts(List.of(text))));
    return this;
  }

  /**
   * Adds a condition; several are joined by AND.
   *
   * @param operands {@link Path}s and {@link AttributeValue}s that replace each {@code %s}
   */
  public Update onlyIf(String template, Object... operands) {
    conditions.add("(" + render(template, operands) + ")");
    return this;
  }

  private String render(String template, Object... operands) {
    Object[] rendered = new Object[operands.length];
    for (int i = 0; i < operands.length; i++) {
      rendered[i] =
          switch (operands[i]) {
            case Path path -> render(path);
            case AttributeValue value -> render(value);
            default -> throw new IllegalArgumentException("neither path nor value");
          };
    }
    return template.formatted(rendered);
  }

  public UpdateItemRequest request() {
    List<String> clauses = new ArrayList<>();
    clause(clauses, "SET ", sets);
    clause(clauses, "REMOVE ", removes);
    clause(clauses, "ADD ", adds);
    clause(clauses, "DELETE ", deletes);
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key)
            .updateExpression(String.join(" ", clauses))
            .expressionAttributeNames(names)
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!values.isEmpty()) {
      request.expressionAttributeValues(values);
    }
    if (!conditions.isEmpty()) {
      request.conditionExpression(String.join(" AND ", conditions));
    }
    return request.build();
  }

  private static void clause(List<String> clauses, String verb, List<String> actions) {
    if (!actions.isEmpty()) {
      clauses.add(verb + String.join(", ", actions));
    }
  }

  private String render(Path path) {
    String dotted = String.join(".", path.elements().stream().map(this::nameOf).toList());
    return path.index() < 0 ? dotted : dotted + "[" + path.index() + "]";
  }

  private String nameOf(String element) {
    for (var known : names.entrySet()) {
      if (known.getValue().equals(element)) {
        return known.getKey();
      }
    }
    String placeholder = "#n" + names.size();
    names.put(placeholder, element);
    return placeholder;
  }

  private String render(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
