package dev.moim.studies.history.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.studies.call.dynamodb.CallKeys;
import dev.moim.studies.call.dynamodb.Sums;
import dev.moim.studies.history.Sum;
import dev.moim.studies.history.Sum.Attendance;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sums of a day or of a month, whose key tells which. */
final class SumItem {

  private SumItem() {}

  static Sum read(Map<String, AttributeValue> item) {
    Map<String, Attendance> users = new HashMap<>();
    Map<LocalDate, Long> days = new HashMap<>();
    String key = textOf(item, CallKeys.ITEM);
    String date = key.substring(key.indexOf('#') + 1);
    for (String name : item.keySet()) {
      if (name.startsWith(Sums.COUNT)) {
        String user = name.substring(Sums.COUNT.length());
        users.put(user, new Attendance(textOf(item, Sums.NAME + user), numberOf(item, name)));
      } else if (name.startsWith(Sums.DAY)) {
        String day = date + "-" + name.substring(Sums.DAY.length());
        days.put(LocalDate.parse(day), numberOf(item, name));
      }
    }
    if (key.startsWith("day#")) {
      days.put(LocalDate.parse(date), numberOf(item, Sums.SESSIONS));
    }
    return new Sum(
        numberOf(item, Sums.SESSIONS),
        numberOf(item, Sums.PARTICIPANTS),
        numberOf(item, Sums.SECONDS),
        users,
        days);
  }
}
