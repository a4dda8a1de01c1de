package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is left of a room that has ended, in the table of rooms: {@code usage#<license>} and {@code
 * <end>#<room>}, so that a license's are in the order of their ends. No room id holds a {@code #},
 * and without {@code createdAt} they are in no index.
 */
final class UsageItem {

  static final Duration RETENTION = Duration.ofDays(400);

  /** More than any of ours has; a key of the table takes 1,024. */
  static final int MAX_SORT_KEY_BYTES = 128;

  private static final String OPENED_AT = "openedAt"; // epoch milliseconds, N
  private static final String ENDED_AT = "endedAt"; // epoch milliseconds, N
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private UsageItem() {}

  static Map<String, AttributeValue> write(String licenseId, UsedRoom used) {
    String sortKey = sortKey(used.endedAt()) + "#" + used.roomId();
    Instant expires = Instant.ofEpochMilli(used.endedAt()).plus(RETENTION);
    Map<String, AttributeValue> item = new HashMap<>(key(partition(licenseId), sortKey));
    item.put(OPENED_AT, number(used.openedAt()));
    item.put(ENDED_AT, number(used.endedAt()));
    item.put(RoomItem.JOINS, number(used.tally().joins()));
    item.put(RoomItem.PEAK, number(used.tally().peak()));
    item.put(EXPIRES_AT, number(expires.getEpochSecond()));
    return item;
  }

  static UsedRoom read(Map<String, AttributeValue> item) {
    String sortKey = textOf(item, RoomItem.LICENSE_ID);
    return new UsedRoom(
        numberOf(item, OPENED_AT),
        sortKey.substring(sortKey.indexOf('#') + 1),
        numberOf(item, ENDED_AT),
        RoomItem.readTally(item));
  }

  static Map<String, AttributeValue> key(AttributeValue partition, String sortKey) {
    return Map.of(RoomItem.ROOM_ID, partition, RoomItem.LICENSE_ID, text(sortKey));
  }

  static AttributeValue partition(String licenseId) {
    return text("usage#" + licenseId);
  }

  /**
   * Nine base-36 digits (until the year 5188): as texts they sort like the times they stand for.
   */
  static String sortKey(long millis) {
    String digits = Long.toString(Math.max(0, millis), 36);
    return "0".repeat(9 - digits.length()) + digits;
  }
}
