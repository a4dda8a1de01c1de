package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Operand;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A token bucket in one attribute: when it will be full again.
 *
 * @param attribute epoch microseconds, N: intervals of odd rates are no whole milliseconds
 */
record TokenBucket(String attribute, Rate rate) {

  /** Empty if a token may be taken now. */
  Optional<Duration> wait(Map<String, AttributeValue> item, Instant now) {
    long fullAt = numberOf(item, attribute);
    return rate.wait(Instant.EPOCH.plus(fullAt, ChronoUnit.MICROS), now);
  }

  /**
   * Takes a token in the update. DynamoDB knows no maximum of two numbers, so the update can only
   * say one of two things, and says which of them it takes for true. If an answer is lost and the
   * SDK repeats the request, it takes two tokens, which harms nobody.
   *
   * @param seen what the item may look like
   */
  void take(Update update, Map<String, AttributeValue> seen, Instant now) {
    take(1, update, seen, now);
  }

  /**
   * How many tokens may be taken at once: a handful while it is of the first half of the burst, so
   * that nobody misses what an instance may lose of them.
   */
  int handful(Map<String, AttributeValue> seen, Instant now) {
    long present = micros(now);
    long after = Math.max(numberOf(seen, attribute), present) + TokensInHand.HANDFUL * interval();
    return after <= present + rate.burst() * interval() / 2 ? TokensInHand.HANDFUL : 1;
  }

  private long interval() {
    return rate.interval().toNanos() / 1_000;
  }

  /** Takes several, all or none. */
  void take(int tokens, Update update, Map<String, AttributeValue> seen, Instant now) {
    Path fullAt = path(attribute);
    AttributeValue interval = number(tokens * interval());
    AttributeValue present = number(micros(now));
    if (numberOf(seen, attribute) > micros(now)) {
      update
          .set(fullAt, fullAt.plus(interval))
          .onlyIf(fullAt.greaterThan(present))
          .onlyIf(fullAt.atMost(number(micros(rate.latest(now)) - (tokens - 1) * interval())));
    } else {
      update
          .set(fullAt, Operand.value(present).plus(interval))
          .onlyIf(fullAt.missing().or(fullAt.atMost(present)));
    }
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
