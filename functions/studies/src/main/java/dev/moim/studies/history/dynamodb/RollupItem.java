package dev.moim.studies.history.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.studies.call.dynamodb.CallKeys;
import dev.moim.studies.call.dynamodb.RollupUpdates;
import dev.moim.studies.history.Rollup;
import dev.moim.studies.history.Rollup.SessionCount;
import dev.moim.studies.history.SessionTotals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rollup of a day or of a month, whose key tells which. */
final class RollupItem {

  private RollupItem() {}

  static Rollup read(Map<String, AttributeValue> item) {
    Map<String, SessionCount> users = new HashMap<>();
    Map<LocalDate, Long> days = new HashMap<>();
    String key = textOf(item, CallKeys.ITEM);
    String date = key.substring(key.indexOf('#') + 1);
    for (String name : item.keySet()) {
      if (name.startsWith(RollupUpdates.COUNT)) {
        String user = name.substring(RollupUpdates.COUNT.length());
        users.put(
            user, new SessionCount(textOf(item, RollupUpdates.NAME + user), numberOf(item, name)));
      } else if (name.startsWith(RollupUpdates.DAY)) {
        String day = date + "-" + name.substring(RollupUpdates.DAY.length());
        days.put(LocalDate.parse(day), numberOf(item, name));
      }
    }
    if (key.startsWith("day#")) {
      days.put(LocalDate.parse(date), numberOf(item, RollupUpdates.SESSIONS));
    }
    SessionTotals totals =
        new SessionTotals(
            numberOf(item, RollupUpdates.SESSIONS),
            numberOf(item, RollupUpdates.PARTICIPANTS),
            numberOf(item, RollupUpdates.SECONDS));
    return new Rollup(totals, users, days);
  }
}
