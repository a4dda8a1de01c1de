package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.limit.Limits;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One item for each window in which something was done; it goes when the window is over. */
public final class DynamoLimits implements Limits {

  private static final String TIMES = "times"; // N
  private static final Path COUNT = path(TIMES);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final int sourceFactor;

  public DynamoLimits(DynamoDbClient dynamo, String table, Clock clock) {
    this(dynamo, table, clock, 1);
  }

  private DynamoLimits(DynamoDbClient dynamo, String table, Clock clock, int sourceFactor) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.sourceFactor = sourceFactor;
  }

  /** As many as the deployment lets through from one address. */
  public static DynamoLimits of(Deployment deployment) {
    return new DynamoLimits(
        deployment.dynamo(),
        deployment.settings().require("ACCOUNTS_TABLE"),
        deployment.clock(),
        deployment.settings().number("SOURCE_LIMIT_FACTOR", 1));
  }

  /** Should its answer get lost, a repetition counts twice, which harms nobody. */
  @Override
  public void take(Limit limit, String whose) {
    boolean taken =
        update(limit, whose)
            .set(COUNT, COUNT.orElse(number(0)).plus(number(1)))
            .tryWith(dynamo)
            .isPresent();
    if (!taken) {
      throw Limits.tooMany(rest(limit));
    }
  }

  /** The same as part of a transaction. */
  TransactWriteItem taking(Limit limit, String whose) {
    return update(limit, whose).inTransaction().add(COUNT, 1).item();
  }

  private Update update(Limit limit, String whose) {
    return counting(limit, whose)
        .onlyIf(COUNT.missing().or(COUNT.lessThan(number(limit.times(sourceFactor)))));
  }

  /** Uncounts one. If the window ended meanwhile, the next one has one more, which is no harm. */
  TransactWriteItem givingBack(Limit limit, String whose) {
    return counting(limit, whose).inTransaction().add(COUNT, -1).item();
  }

  private Update counting(Limit limit, String whose) {
    return new Update(table, key(limit, whose))
        .set(path(Claims.EXPIRES_AT), number(end(limit).getEpochSecond()));
  }

  /** How long to wait where an item that was read says that it is full. */
  Optional<Duration> wait(Limit limit, Map<String, AttributeValue> item) {
    return numberOf(item, TIMES) < limit.times(sourceFactor)
        ? Optional.empty()
        : Optional.of(rest(limit));
  }

  /** Of the window that now is in. */
  Map<String, AttributeValue> key(Limit limit, String whose) {
    long window = end(limit).getEpochSecond();
    return Map.of(Claims.ID, text("limit#" + limit + "#" + Sha256.hex(whose) + "#" + window));
  }

  private Duration rest(Limit limit) {
    return Duration.between(clock.instant(), end(limit));
  }

  private Instant end(Limit limit) {
    long length = limit.window().toSeconds();
    return Instant.ofEpochSecond((clock.instant().getEpochSecond() / length + 1) * length);
  }
}
