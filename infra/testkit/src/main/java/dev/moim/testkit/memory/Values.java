package dev.moim.testkit.memory;

import java.math.BigDecimal;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What expressions ask of values. */
final class Values {

  private Values() {}

  static int compare(AttributeValue left, AttributeValue right) {
    if (left.n() != null && right.n() != null) {
      return new BigDecimal(left.n()).compareTo(new BigDecimal(right.n()));
    }
    if (left.s() != null && right.s() != null) {
      return left.s().compareTo(right.s());
    }
    return left.equals(right) ? 0 : 1;
  }

  static int size(AttributeValue value) {
    return value.hasM()
        ? value.m().size()
        : value.hasL() ? value.l().size() : value.hasSs() ? value.ss().size() : value.s().length();
  }
}
