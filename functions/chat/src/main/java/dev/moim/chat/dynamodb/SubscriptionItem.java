package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;

import dev.moim.chat.subscription.Subscription;
import dev.moim.chat.subscription.Subscriptions.Named;
import dev.moim.chat.subscription.Topic;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A subscription as an item, beside what it is to. */
final class SubscriptionItem {

  static final String HEARD = "heard"; // ids of messages, SS, absent for none
  static final String CATCHING_UP = "catchingUp"; // until when, epoch ms, N; absent when done
  static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private static final String USER = "user"; // N
  private static final String DIALECT = "dialect"; // S

  /** API Gateway closes every socket after two hours; the rest covers its end's handling. */
  static final Duration LIFE = Duration.ofMinutes(125);

  /** Longer than a function may take. */
  private static final Duration LONGEST_CATCHING_UP = Duration.ofSeconds(30);

  private SubscriptionItem() {}

  static Map<String, AttributeValue> key(Subscription one) {
    return Keys.key(Keys.of(one.topic()), sortKey(one.recipient()));
  }

  static String sortKey(Recipient one) {
    return sortKey(new Named(one.connectionId(), one.dialect().code().substring(1)));
  }

  static String sortKey(Named one) {
    return Keys.SUBSCRIPTION + one.connectionId() + "#" + one.writtenId();
  }

  static Map<String, AttributeValue> write(Subscription one, Instant now) {
    Map<String, AttributeValue> item = new HashMap<>(key(one));
    item.put(USER, number(one.userId()));
    item.put(DIALECT, text(one.dialect().code()));
    item.put(EXPIRES_AT, number(now.plus(LIFE).getEpochSecond()));
    if (one.catchingUp()) {
      item.put(CATCHING_UP, number(now.plus(LONGEST_CATCHING_UP).toEpochMilli()));
    }
    return item;
  }

  static Subscription read(Topic topic, Map<String, AttributeValue> item, Instant now) {
    String place = textOf(item, Keys.ITEM).substring(Keys.SUBSCRIPTION.length());
    String dialect = textOf(item, DIALECT);
    int idLength = dialect.length() - 1;
    return new Subscription(
        topic,
        place.substring(0, place.length() - idLength - 1),
        numberOf(item, USER),
        new Dialect(dialect),
        item.containsKey(HEARD) ? Set.copyOf(textsOf(item, HEARD)) : Set.of(),
        numberOf(item, CATCHING_UP) > now.toEpochMilli());
  }
}
