package dev.moim.shared.aws.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A place in an item: an attribute, or something in the maps and lists there.
 *
 * @param steps from the item inwards: names, and positions in lists
 */
public record Path(List<Object> steps) implements Operand {

  /** The elements of a document path, such as {@code path("seats", userId)}. */
  public static Path path(String... elements) {
    return new Path(List.of((Object[]) elements));
  }

  /** An element of the list at this path. */
  public Path at(int position) {
    return further(position);
  }

  /** An entry of the map at this path. */
  public Path entry(String name) {
    return further(name);
  }

  private Path further(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(List.copyOf(longer));
  }

  public Condition exists() {
    return new Condition(placeholders -> "attribute_exists(" + in(placeholders) + ")");
  }

  public Condition missing() {
    return new Condition(placeholders -> "attribute_not_exists(" + in(placeholders) + ")");
  }

  /** Whether a set has this text, or a text this part. */
  public Condition contains(String part) {
    return new Condition(
        placeholders -> "contains(" + in(placeholders) + ", " + placeholders.of(text(part)) + ")");
  }

  /** How many elements a set, list or map has; only to be compared. */
  public Operand size() {
    return new Term(placeholders -> "size(" + in(placeholders) + ")");
  }

  /** What is there, or else this; only to be set. */
  public Operand orElse(AttributeValue unlessThere) {
    return new Term(placeholders ->
        "if_not_exists(" + in(placeholders) + ", " + placeholders.of(unlessThere) + ")");
  }

  @Override
  public String in(Placeholders placeholders) {
    StringBuilder path = new StringBuilder();
    for (Object step : steps) {
      switch (step) {
        case Integer position -> path.append('[').append(position).append(']');
        default ->
            path.append(path.isEmpty() ? "" : ".").append(placeholders.of(String.valueOf(step)));
      }
    }
    return path.toString();
  }
}
