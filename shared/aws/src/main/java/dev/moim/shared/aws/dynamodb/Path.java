package dev.moim.shared.aws.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A place in an item: an attribute, something in its maps, or an element of the list there.
 *
 * @param index of the element, or -1 for the list itself or what is no list
 */
public record Path(List<String> elements, int index) implements Operand {

  /** The elements of a document path, such as {@code path("seats", userId)}. */
  public static Path path(String... elements) {
    return new Path(List.of(elements), -1);
  }

  /** An element of the list at this path. */
  public Path at(int position) {
    return new Path(elements, position);
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
    String dotted = String.join(".", elements.stream().map(placeholders::of).toList());
    return index < 0 ? dotted : dotted + "[" + index + "]";
  }
}
