package dev.moim.shared.aws.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an expression compares or computes with: a path of the item, a value, or made of these. */
public sealed interface Operand permits Path, Term {

  /** How it is written in an expression of this request. */
  String in(Placeholders placeholders);

  static Operand value(AttributeValue value) {
    return new Term(placeholders -> placeholders.of(value));
  }

  default Condition equalTo(Operand other) {
    return Condition.comparing(this, "=", other);
  }

  default Condition equalTo(AttributeValue other) {
    return equalTo(value(other));
  }

  default Condition notEqualTo(AttributeValue other) {
    return Condition.comparing(this, "<>", value(other));
  }

  default Condition lessThan(Operand other) {
    return Condition.comparing(this, "<", other);
  }

  default Condition lessThan(AttributeValue other) {
    return lessThan(value(other));
  }

  default Condition atMost(Operand other) {
    return Condition.comparing(this, "<=", other);
  }

  default Condition atMost(AttributeValue other) {
    return atMost(value(other));
  }

  default Condition greaterThan(AttributeValue other) {
    return Condition.comparing(this, ">", value(other));
  }

  default Condition atLeast(Operand other) {
    return Condition.comparing(this, ">=", other);
  }

  /** The sum of two numbers; only to be set. */
  default Operand plus(AttributeValue number) {
    return new Term(placeholders -> in(placeholders) + " + " + placeholders.of(number));
  }

  /** The difference of two numbers; only to be set. */
  default Operand minus(Operand other) {
    return new Term(placeholders -> in(placeholders) + " - " + other.in(placeholders));
  }

  /** The difference of two numbers; only to be set. */
  default Operand minus(AttributeValue number) {
    return minus(value(number));
  }
}
