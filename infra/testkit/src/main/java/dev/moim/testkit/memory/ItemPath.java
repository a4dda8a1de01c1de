package dev.moim.testkit.memory;

import java.util.ArrayList;
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
    if (steps.getLast() instanceof Integer position) {
      setIn(item, position, value);
    } else {
      change(item, entries -> entries.put(last(), value));
    }
  }

  private void setIn(Map<String, AttributeValue> item, int position, AttributeValue value) {
    AttributeValue list = parent().in(item);
    if (list == null || !list.hasL() || position >= list.l().size()) {
      throw new IllegalArgumentException("no list with a " + position + " at " + parent());
    }
    List<AttributeValue> elements = new ArrayList<>(list.l());
    elements.set(position, value);
    parent().set(item, AttributeValue.fromL(elements));
  }

  private ItemPath parent() {
    return new ItemPath(steps.subList(0, steps.size() - 1));
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
    ItemPath parent = parent();
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
