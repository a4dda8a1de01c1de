package dev.moim.studies.signal.dynamodb;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.studies.call.dynamodb.CallItem;
import dev.moim.studies.call.dynamodb.CallKeys;
import dev.moim.studies.call.dynamodb.OnlineItem;
import dev.moim.studies.signal.LookAgain;
import dev.moim.studies.signal.StudySocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a socket and what it takes part in, which are in two tables, in one request. */
public final class DynamoLookAgain implements LookAgain {

  private final DynamoDbClient dynamo;
  private final SocketTables tables;

  public DynamoLookAgain(DynamoDbClient dynamo, SocketTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public InCall inCall(String studyId, StudySocket socket) {
    Map<String, AttributeValue> key = CallKeys.call(studyId);
    Batch.Found found = read(key, socket.connectionId());
    return new InCall(
        socket(found, socket.connectionId()), found.find(tables.calls(), key).map(CallItem::read));
  }

  @Override
  public Online online(String studyId, StudySocket socket) {
    Map<String, AttributeValue> key = OnlineItem.key(studyId);
    Batch.Found found = read(key, socket.connectionId());
    return new Online(
        socket(found, socket.connectionId()),
        found.find(tables.calls(), key).map(OnlineItem::read).orElse(List.of()));
  }

  private Batch.Found read(Map<String, AttributeValue> key, String connectionId) {
    return new Batch()
        .add(tables.connections(), SocketItem.key(connectionId))
        .add(tables.calls(), key)
        .read(dynamo);
  }

  private Optional<StudySocket> socket(Batch.Found found, String connectionId) {
    return found.find(tables.connections(), SocketItem.key(connectionId)).map(SocketItem::read);
  }
}
