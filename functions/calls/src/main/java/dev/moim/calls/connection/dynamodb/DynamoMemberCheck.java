package dev.moim.calls.connection.dynamodb;

import dev.moim.calls.connection.MemberCheck;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads a room and a connection, which are in two tables, in one batch. */
public final class DynamoMemberCheck implements MemberCheck {

  private final DynamoDbClient dynamo;
  private final DynamoRooms rooms;
  private final DynamoConnections connections;

  public DynamoMemberCheck(
      DynamoDbClient dynamo, DynamoRooms rooms, DynamoConnections connections) {
    this.dynamo = dynamo;
    this.rooms = rooms;
    this.connections = connections;
  }

  @Override
  public Found findNow(RoomKey room, String connectionId) {
    Batch.Found found =
        connections.addTo(rooms.addTo(new Batch(), room), connectionId).read(dynamo);
    return new Found(rooms.find(found, room), connections.find(found, connectionId));
  }
}
