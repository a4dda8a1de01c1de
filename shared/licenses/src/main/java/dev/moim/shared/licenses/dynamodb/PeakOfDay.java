package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Operand;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
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
  private static final Operand ONE_MORE = OPEN.orElse(number(0)).plus(number(1));

  private PeakOfDay() {}

  /** Counts one room more. */
  static void open(Update update, Map<String, AttributeValue> seen, LocalDate day) {
    AttributeValue today = text(day.toString());
    update.set(OPEN, ONE_MORE);
    if (isOf(day, seen) && numberOf(seen, LicenseItem.OPEN) < numberOf(seen, LicenseItem.PEAK)) {
      update.onlyIf(DAY.equalTo(today)).onlyIf(OPEN.lessThan(PEAK));
    } else {
      update
          .set(PEAK, ONE_MORE)
          .set(DAY, today)
          .onlyIf(DAY.missing().or(DAY.notEqualTo(today)).or(OPEN.atLeast(PEAK)));
    }
  }

  /** Counts one room less. The rooms that were open at midnight count for the new day. */
  static void close(Update update, Map<String, AttributeValue> seen, LocalDate day) {
    AttributeValue today = text(day.toString());
    update.set(OPEN, OPEN.orElse(number(1)).minus(number(1)));
    if (isOf(day, seen)) {
      update.onlyIf(DAY.equalTo(today));
    } else {
      update
          .set(PEAK, OPEN.orElse(number(1)))
          .set(DAY, today)
          .onlyIf(DAY.missing().or(DAY.notEqualTo(today)));
    }
  }

  private static boolean isOf(LocalDate day, Map<String, AttributeValue> seen) {
    return textOf(seen, LicenseItem.PEAK_DAY).equals(day.toString());
  }
}
