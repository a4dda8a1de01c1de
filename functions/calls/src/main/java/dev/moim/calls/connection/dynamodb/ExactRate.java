package dev.moim.calls.connection.dynamodb;

import static dev.moim.calls.connection.dynamodb.DynamoConnections.millis;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.Recent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * How often the client of a connection asks for something, counted in the connection's item by the
 * update that is made anyway, and so exactly, however many functions serve it.
 */
final class ExactRate {

  private static final int ATTEMPTS = 20;

  /** Far more than one instance serves. */
  private static final int MAX_HINTS = 10_000;

  private final DynamoDbClient dynamo;
  private final String attribute;
  private final Path usedUp;

  /**
   * What connections had used up when they were seen last; less than they have by now, if wrong.
   */
  private final Recent<String, Instant> hints = new Recent<>(MAX_HINTS, Duration.ofMinutes(1));

  /**
   * @param attribute of the connection's item: until when it has used up what it may, epoch ms
   */
  ExactRate(DynamoDbClient dynamo, String attribute) {
    this.dynamo = dynamo;
    this.attribute = attribute;
    this.usedUp = path(attribute);
  }

  /** What became of a counted update. */
  sealed interface Counting {
    record Counted(Map<String, AttributeValue> item) implements Counting {}

    record TooSoon(Duration waiting) implements Counting {}

    /** Another condition of the update failed. */
    record Refused(ConditionalCheckFailedException why) implements Counting {}
  }

  /**
   * What the connection has used up is not read before, but taken for what this instance saw last,
   * or for nothing: that is true but for those who have asked elsewhere a moment ago, who cost a
   * request more.
   *
   * @param asked when the gateway received the wish
   * @param update of the connection's item, made anew for each attempt
   */
  Counting count(String id, Rate limit, Instant asked, Supplier<Update> update) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Instant before = hints.find(id).orElse(Instant.EPOCH);
      Optional<Duration> wait = limit.wait(before, asked);
      if (wait.isPresent()) {
        return new Counting.TooSoon(wait.get());
      }
      Instant next = limit.take(before, asked);
      Update counted = update.get().set(usedUp, millis(next)).onlyIf(isStill(before, asked));
      try {
        var item = dynamo.updateItem(counted.request()).attributes();
        hints.put(id, next.truncatedTo(ChronoUnit.MILLIS));
        return new Counting.Counted(item);
      } catch (ConditionalCheckFailedException refused) {
        Instant now = usedUp(refused);
        hints.put(id, now);
        boolean unused = !now.isAfter(asked) && !before.isAfter(asked);
        if (unused || now.equals(before)) {
          return new Counting.Refused(refused);
        }
      }
      Contention.pause(attempt);
    }
    throw new IllegalStateException("the connection never stops asking");
  }

  private Condition isStill(Instant before, Instant asked) {
    return before.isAfter(asked)
        ? usedUp.equalTo(millis(before))
        : usedUp.missing().or(usedUp.atMost(millis(asked)));
  }

  private Instant usedUp(ConditionalCheckFailedException refused) {
    return refused.hasItem() && refused.item().containsKey(attribute)
        ? Instant.ofEpochMilli(numberOf(refused.item(), attribute))
        : Instant.EPOCH;
  }
}
