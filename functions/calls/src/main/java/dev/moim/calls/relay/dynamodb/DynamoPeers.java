package dev.moim.calls.relay.dynamodb;

import dev.moim.calls.relay.Peers;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.sockets.negotiation.PairKey;
import dev.moim.shared.sockets.negotiation.dynamodb.DynamoNegotiations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads rooms and negotiations, which are in two tables, in one batch. */
public final class DynamoPeers implements Peers {

  private final DynamoDbClient dynamo;
  private final DynamoRooms rooms;
  private final DynamoNegotiations negotiations;

  public DynamoPeers(DynamoDbClient dynamo, DynamoRooms rooms, DynamoNegotiations negotiations) {
    this.dynamo = dynamo;
    this.rooms = rooms;
    this.negotiations = negotiations;
  }

  @Override
  public List<Found> find(Map<RoomKey, PairKey> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Batch batch = Batch.eventual();
    pairs.forEach((room, pair) -> negotiations.addTo(rooms.addTo(batch, room), pair));
    Batch.Found found = batch.read(dynamo);
    return pairs.entrySet().stream()
        .map(entry ->
            rooms
                .find(found, entry.getKey())
                .map(room -> new Found(room, negotiations.find(found, entry.getValue()))))
        .flatMap(Optional::stream)
        .toList();
  }
}
