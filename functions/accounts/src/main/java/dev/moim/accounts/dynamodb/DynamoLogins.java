package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.login.Logins;
import dev.moim.accounts.person.Email;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.DomainException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an address and the wrong passwords that were tried for it, together. */
public final class DynamoLogins implements Logins {

  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoLimits limits;
  private final Clock clock;

  public DynamoLogins(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    limits = new DynamoLimits(dynamo, table, clock);
  }

  @Override
  public Known find(Email email, String source) {
    Map<String, AttributeValue> claim = Claims.key(email);
    Map<String, AttributeValue> wrong = limits.key(Limit.LOG_IN, whose(email, source));
    var found = new Batch().add(table, claim).add(table, wrong).read(dynamo);
    return new Known(
        found.find(table, claim).flatMap(this::holder),
        found.find(table, wrong).flatMap(item -> limits.wait(Limit.LOG_IN, item)));
  }

  private Optional<Holder> holder(Map<String, AttributeValue> claim) {
    return Claims.holder(claim, clock.instant())
        .map(userId ->
            new Holder(
                userId,
                optionalText(claim, Claims.PASSWORD),
                numberOf(claim, Claims.EXPIRES_AT) == 0));
  }

  /** Several at once may be looked at before the first is counted; then none. */
  @Override
  public void failed(Email email, String source) {
    try {
      limits.take(Limit.LOG_IN, whose(email, source));
    } catch (DomainException full) {
      // The next one is told; this one's password was looked at, and wrong.
    }
  }

  @Override
  public void rehash(Email email, Holder holder, String newHash) {
    new Update(table, Claims.key(email))
        .set(path(Claims.PASSWORD), text(newHash))
        .onlyIf(path(Claims.USER_ID).equalTo(number(holder.userId())))
        .onlyIf(path(Claims.PASSWORD).equalTo(text(holder.password().orElseThrow())))
        .tryWith(dynamo);
  }

  private static String whose(Email email, String source) {
    return email.text() + " " + source;
  }
}
