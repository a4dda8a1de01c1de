package dev.moim.shared.aws.dynamodb;

import java.util.function.Function;

/** An operand that is no path. */
record Term(Function<Placeholders, String> text) implements Operand {

  @Override
  public String in(Placeholders placeholders) {
    return text.apply(placeholders);
  }
}
