package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Update.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.aws.dynamodb.Update.Path;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The most rooms open at once on a day, kept by the updates that open and close rooms. As with
 * {@link TokenBucket}, an update says one of two things and is told what the item may look like.
 */
final class PeakOfDay {

  private static final Path OPEN = path(LicenseItem.OPEN);
  private static final Path PEAK = path(LicenseItem.PEAK);
  private static final Path DAY = path(LicenseItem.PEAK_DAY);
  private static final AttributeValue NONE = number(0);

  private PeakOfDay() {}

  /** Counts one room more. */
  static void open(Update update, Map<String, AttributeValue> seen, LocalDate day) {
    AttributeValue today = text(day.toString());
    AttributeValue one = number(1);
    update.set(OPEN, "if_not_exists(%s, %s) + %s", OPEN, NONE, one);
    if (isOf(day, seen) && numberOf(seen, LicenseItem.OPEN) < numberOf(seen, LicenseItem.PEAK)) {
      update.onlyIf("%s = %s AND %s < %s", DAY, today, OPEN, PEAK);
    } else {
      update
          .set(PEAK, "if_not_exists(%s, %s) + %s", OPEN, NONE, one)
          .set(DAY, today)
          .onlyIf("attribute_not_exists(%s) OR %s <> %s OR %s >= %s", DAY, DAY, today, OPEN, PEAK);
    }
  }

  /** Counts one room less. The rooms that were open at midnight count for the new day. */
  static void close(Update update, Map<String, AttributeValue> seen, LocalDate day) {
    AttributeValue today = text(day.toString());
    update.set(OPEN, "if_not_exists(%s, %s) - %s", OPEN, number(1), number(1));
    if (isOf(day, seen)) {
      update.onlyIf("%s = %s", DAY, today);
    } else {
      update
          .set(PEAK, "if_not_exists(%s, %s)", OPEN, number(1))
          .set(DAY, today)
          .onlyIf("attribute_not_exists(%s) OR %s <> %s", DAY, DAY, today);
    }
  }

  private static boolean isOf(LocalDate day, Map<String, AttributeValue> seen) {
    return textOf(seen, LicenseItem.PEAK_DAY).equals(day.toString());
  }
}
