package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.chat.message.ChatMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A message as an item, with its author as they were called. */
final class MessageItem {

  private static final String TEXT = "text"; // S
  private static final String SENT_AT = "sentAt"; // epoch ms, N
  private static final String NOTICE = "notice"; // BOOL, absent for what people say
  static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  /** A meeting is at most a year ahead, and its room ends with it. */
  private static final Duration LIFE = Duration.ofDays(400);

  private MessageItem() {}

  static Map<String, AttributeValue> write(ChatMessage message) {
    Map<String, AttributeValue> item =
        new HashMap<>(Keys.key(Keys.ofRoom(message.roomId()), Keys.MESSAGE + message.id()));
    Mention.write(message.author(), item);
    item.put(TEXT, text(message.text()));
    item.put(SENT_AT, number(message.sentAt().toEpochMilli()));
    item.put(EXPIRES_AT, number(message.sentAt().plus(LIFE).getEpochSecond()));
    if (message.notice()) {
      item.put(NOTICE, flag(true));
    }
    return item;
  }

  static ChatMessage read(Map<String, AttributeValue> item) {
    return new ChatMessage(
        Long.parseLong(textOf(item, Keys.ID).substring(Keys.SEAT.length())),
        textOf(item, Keys.ITEM).substring(Keys.MESSAGE.length()),
        Mention.read(item),
        textOf(item, TEXT),
        Instant.ofEpochMilli(numberOf(item, SENT_AT)),
        flagOf(item, NOTICE));
  }
}
