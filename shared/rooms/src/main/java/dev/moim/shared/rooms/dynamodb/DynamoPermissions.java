package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Permissions;
import dev.moim.shared.rooms.Permits;
import dev.moim.shared.rooms.Room;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Permissions in the room's item: a room whose host said nothing has none there. */
public final class DynamoPermissions implements Permissions {

  private static final int ATTEMPTS = 20;
  private static final Path PERMITS = path(RoomItem.PERMITS);

  private final CountedUpdates updates;
  private final RoomTable table;

  public DynamoPermissions(DynamoDbClient dynamo, String table) {
    updates = new CountedUpdates(dynamo);
    this.table = new RoomTable(dynamo, table);
  }

  @Override
  public Optional<Room> permit(Room seen, String userId, Map<Permission, Boolean> wanted, Ask ask) {
    Room latest = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Permits after = latest.permits().with(userId, wanted, ask.at());
      if (after.equals(latest.permits())) {
        return Optional.of(latest);
      }
      Room before = latest;
      try {
        return Optional.of(updates.apply(before, ask, () -> change(before, after)));
      } catch (ConditionalCheckFailedException overtaken) {
        Optional<Room> now = RoomItem.find(overtaken);
        if (now.isEmpty()) {
          return Optional.empty();
        }
        latest = now.get();
      }
      Contention.pause(attempt);
    }
    throw new IllegalStateException("the permissions never stop changing");
  }

  private Update change(Room room, Permits after) {
    return table
        .update(room.key())
        .set(PERMITS, RoomItem.writePermits(after))
        .increment(RoomItem.REV)
        .onlyIf(RoomTable.isOpen())
        .onlyIf(
            room.permits().equals(Permits.NONE)
                ? PERMITS.missing()
                : PERMITS.equalTo(RoomItem.writePermits(room.permits())));
  }
}
