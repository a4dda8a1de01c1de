package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Operand;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.licenses.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A token bucket in one attribute, by the generic cell rate algorithm (ITU-T I.371): the
 * theoretical arrival time, at which the bucket will be full again. Each token taken moves it on by
 * one interval; it may be as far ahead of now as a whole burst.
 *
 * @param attribute epoch microseconds, N: intervals of odd rates are no whole milliseconds
 */
record TokenBucket(String attribute, RateLimit limit) {

  /** Empty if a token may be taken now. */
  Optional<Duration> wait(Map<String, AttributeValue> item, Instant now) {
    long early = numberOf(item, attribute) - latest(now);
    return early > 0 ? Optional.of(Duration.ofNanos(early * 1_000)) : Optional.empty();
  }

  /**
   * Takes a token in the update. DynamoDB knows no maximum of two numbers, so the update can only
   * say one of two things, and says which of them it takes for true. If an answer is lost and the
   * SDK repeats the request, it takes two tokens, which harms nobody.
   *
   * @param seen what the item may look like
   */
  void take(Update update, Map<String, AttributeValue> seen, Instant now) {
    Path arrival = path(attribute);
    AttributeValue interval = number(micros(limit.interval()));
    AttributeValue present = number(micros(now));
    if (numberOf(seen, attribute) > micros(now)) {
      update
          .set(arrival, arrival.plus(interval))
          .onlyIf(arrival.greaterThan(present))
          .onlyIf(arrival.atMost(number(latest(now))));
    } else {
      update
          .set(arrival, Operand.value(present).plus(interval))
          .onlyIf(arrival.missing().or(arrival.atMost(present)));
    }
  }

  /** A theoretical arrival time after this one leaves no token for now. */
  private long latest(Instant now) {
    return micros(now) + (limit.burst() - 1) * micros(limit.interval());
  }

  private static long micros(Instant instant) {
    return instant.toEpochMilli() * 1_000;
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
