package dev.moim.shared.aws.dynamodb;

import java.util.function.Function;

/** What must hold of an item for a write to happen, such as {@code path("rev").equalTo(seen)}. */
public final class Condition {

  private final Function<Placeholders, String> text;

  Condition(Function<Placeholders, String> text) {
    this.text = text;
  }

  static Condition comparing(Operand left, String comparator, Operand right) {
    return new Condition(
        placeholders -> left.in(placeholders) + " " + comparator + " " + right.in(placeholders));
  }

  public Condition and(Condition other) {
    return joined(" AND ", other);
  }

  public Condition or(Condition other) {
    return joined(" OR ", other);
  }

  public Condition negated() {
    return new Condition(placeholders -> "NOT " + in(placeholders));
  }

  private Condition joined(String operator, Condition other) {
    return new Condition(
        placeholders -> "(" + in(placeholders) + operator + other.in(placeholders) + ")");
  }

  String in(Placeholders placeholders) {
    return text.apply(placeholders);
  }
}
