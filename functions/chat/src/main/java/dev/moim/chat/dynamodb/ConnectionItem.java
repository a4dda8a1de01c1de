package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;

import dev.moim.chat.subscription.ChatSocket;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A socket as an item of the table that all families share. */
final class ConnectionItem {

  static final String ID = "id"; // chat#<connection id>, S
  static final String USER = "user"; // N, 0 for nobody
  static final String VERSION = "version"; // of STOMP, S, "" before its client has said hello
  static final String SUBSCRIPTIONS = "subscriptions"; // "<partition> <sort key>", SS
  static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private static final String PREFIX = "chat#";

  private ConnectionItem() {}

  static Map<String, AttributeValue> key(String connectionId) {
    return Map.of(ID, text(PREFIX + connectionId));
  }

  static ChatSocket read(Map<String, AttributeValue> item) {
    return new ChatSocket(
        textOf(item, ID).substring(PREFIX.length()), numberOf(item, USER), textOf(item, VERSION));
  }

  /** How a subscription is noted beside its socket. */
  static String note(Map<String, AttributeValue> key) {
    return textOf(key, Keys.ID) + " " + textOf(key, Keys.ITEM);
  }

  static List<Map<String, AttributeValue>> subscriptions(Map<String, AttributeValue> item) {
    if (!item.containsKey(SUBSCRIPTIONS)) {
      return List.of();
    }
    return textsOf(item, SUBSCRIPTIONS).stream()
        .map(note -> note.split(" ", 2))
        .map(parts -> Keys.key(parts[0], parts[1]))
        .toList();
  }

  static AttributeValue expiry(long nowSeconds) {
    return number(nowSeconds + SubscriptionItem.LIFE.toSeconds());
  }
}
