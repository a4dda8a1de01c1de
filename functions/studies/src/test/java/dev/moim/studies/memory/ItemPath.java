package dev.moim.studies.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A place in an item: names, and positions in lists. */
record ItemPath(List<Object> steps) {

  @Nullable AttributeValue in(Map<String, AttributeValue> item) {
    AttributeValue value = AttributeValue.fromM(item);
    for (Object step : steps) {
      if (value == null) {
        return null;
      }
      value =
          switch (step) {
            case Integer position ->
                value.hasL() && position < value.l().size() ? value.l().get(position) : null;
            default -> value.hasM() ? value.m().get(String.valueOf(step)) : null;
          };
    }
    return value;
  }

  void set(Map<String, AttributeValue> item, AttributeValue value) {
    change(item, entries -> entries.put(last(), value));
  }

  void remove(Map<String, AttributeValue> item) {
    change(item, entries -> entries.remove(last()));
  }

  private interface Change {
    void in(Map<String, AttributeValue> entries);
  }

  private void change(Map<String, AttributeValue> item, Change change) {
    if (steps.size() == 1) {
      change.in(item);
      return;
    }
    ItemPath parent = new ItemPath(steps.subList(0, steps.size() - 1));
    AttributeValue map = parent.in(item);
    if (map == null || !map.hasM()) {
      throw new IllegalArgumentException("no map at " + parent);
    }
    Map<String, AttributeValue> entries = new HashMap<>(map.m());
    change.in(entries);
    parent.set(item, AttributeValue.fromM(entries));
  }

  private String last() {
    return String.valueOf(steps.getLast());
  }
}
