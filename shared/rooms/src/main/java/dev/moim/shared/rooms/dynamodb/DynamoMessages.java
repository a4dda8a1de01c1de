package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;
import static java.util.Objects.requireNonNull;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.rooms.Messages;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An item for each room that anybody said anything in, in the table of rooms: {@code said#<room>}
 * and {@code <license>#<creation>}. The room's own item is larger, so counting there would cost
 * more, and change what its stream shows.
 */
public final class DynamoMessages implements Messages {

  private static final String COUNT = "messages"; // N
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  /** Each remembers one of the last messages; which one, its id says. */
  private static final int PLACES = 16;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoMessages(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  /** The SDK repeats a request whose answer got lost: then the message is there already. */
  @Override
  public void count(RoomLife room, String messageId) {
    Path place = path("m" + Math.floorMod(messageId.hashCode(), PLACES));
    Path count = path(COUNT);
    new Update(table, RoomItem.key(place(room)))
        .set(count, count.orElse(number(0)).plus(number(1)))
        .set(place, text(messageId))
        .set(path(EXPIRES_AT), number(clock.instant().plus(UsageItem.RETENTION).getEpochSecond()))
        .onlyIf(place.missing().or(place.notEqualTo(text(messageId))))
        .tryWith(dynamo);
  }

  @Override
  public Map<RoomLife, Long> of(Collection<RoomLife> rooms) {
    Map<RoomKey, RoomLife> asked = new HashMap<>();
    rooms.forEach(room -> asked.put(place(room), room));
    Batch batch = Batch.eventual();
    asked.keySet().forEach(key -> batch.add(table, RoomItem.key(key)));
    Map<RoomLife, Long> counts = new HashMap<>();
    for (var item : batch.read(dynamo).of(table)) {
      RoomKey key = new RoomKey(textOf(item, RoomItem.LICENSE_ID), textOf(item, RoomItem.ROOM_ID));
      counts.put(requireNonNull(asked.get(key)), numberOf(item, COUNT));
    }
    return counts;
  }

  /** Where no room is: no id of one has such a sign in it. */
  private static RoomKey place(RoomLife room) {
    String life = room.licenseId() + "#" + UsageItem.sortKey(room.createdAt());
    return new RoomKey(life, "said#" + room.roomId());
  }
}
