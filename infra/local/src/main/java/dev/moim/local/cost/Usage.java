package dev.moim.local.cost;

import java.util.EnumMap;
import java.util.Map;

/** How much of everything is used within a month. */
final class Usage {

  private final Map<Item, Double> amounts = new EnumMap<>(Item.class);

  Usage add(Item item, double amount) {
    amounts.merge(item, amount, Double::sum);
    return this;
  }

  double of(Item item) {
    return amounts.getOrDefault(item, 0.0);
  }

  Usage times(double factor) {
    Usage all = new Usage();
    amounts.forEach((item, amount) -> all.add(item, amount * factor));
    return all;
  }

  Usage plus(Usage other) {
    Usage sum = times(1);
    other.amounts.forEach(sum::add);
    return sum;
  }
}
