package dev.moim.local.cost;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What everything costs, in dollars.
 *
 * @param remarks where and as of when
 */
record Prices(String remarks, Map<Item, Double> dollars) {

  static Prices read(Path file) {
    Table table = Table.read(file);
    Map<Item, Double> dollars = new EnumMap<>(Item.class);
    table
        .rows()
        .forEach(row -> dollars.put(item(row.get(0), row.get(1)), Double.valueOf(row.get(2))));
    Arrays.stream(Item.values())
        .filter(item -> !dollars.containsKey(item))
        .findFirst()
        .ifPresent(item -> {
          throw new IllegalStateException(file + " has no price of " + item.unit());
        });
    return new Prices(table.remarks(), dollars);
  }

  private static Item item(String service, String unit) {
    return Arrays.stream(Item.values())
        .filter(item -> item.service().equals(service) && item.unit().equals(unit))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("nothing is billed as " + service + " " + unit));
  }

  double of(Item item) {
    return dollars.getOrDefault(item, 0.0);
  }

  double total(Usage usage) {
    return Arrays.stream(Item.values()).mapToDouble(item -> usage.of(item) * of(item)).sum();
  }
}
