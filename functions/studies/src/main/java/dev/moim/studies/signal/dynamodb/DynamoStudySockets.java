package dev.moim.studies.signal.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.negotiation.PairKey;
import dev.moim.shared.sockets.negotiation.dynamodb.DynamoNegotiations;
import dev.moim.studies.User;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.signal.Recipients;
import dev.moim.studies.signal.StudySocket;
import dev.moim.studies.signal.StudySockets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sockets in the table of connections: one item each, and a pointer from the id that peers use,
 * which is there as long as the socket takes part in a call.
 */
public final class DynamoStudySockets implements StudySockets {

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final DynamoNegotiations negotiations;
  private final SocketMoves moves;

  public DynamoStudySockets(DynamoDbClient dynamo, String table, Clock clock) {
    this.moves = new SocketMoves(dynamo, table, clock);
    this.negotiations = new DynamoNegotiations(dynamo, table, clock);
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void put(StudySocket socket) {
    Map<String, AttributeValue> item = SocketItem.write(socket);
    item.put(SocketItem.EXPIRES_AT, SocketItem.expiry(clock));
    dynamo.putItem(r -> r.tableName(table).item(item));
  }

  @Override
  public Optional<StudySocket> find(String connectionId) {
    return get(connectionId, false);
  }

  @Override
  public Optional<StudySocket> findNow(String connectionId) {
    return get(connectionId, true);
  }

  private Optional<StudySocket> get(String connectionId, boolean consistent) {
    var key = SocketItem.key(connectionId);
    var item = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(consistent)).item();
    return Optional.of(item).filter(this::isCurrent).map(SocketItem::read);
  }

  @Override
  public Route route(Sender sender, String targetSocketId) {
    return route(sender, targetSocketId, false);
  }

  @Override
  public Route routeNow(Sender sender, String targetSocketId) {
    return route(sender, targetSocketId, true);
  }

  private Route route(Sender from, String targetSocketId, boolean consistent) {
    var senderKey = SocketItem.key(from.connectionId());
    var targetKey = SocketItem.pointer(targetSocketId);
    PairKey pair = StudySockets.pair(from, targetSocketId);
    Batch batch = consistent ? new Batch() : Batch.eventual();
    Batch.Found found =
        negotiations.addTo(batch.add(table, senderKey).add(table, targetKey), pair).read(dynamo);
    Optional<StudySocket> sender =
        found.find(table, senderKey).filter(this::isCurrent).map(SocketItem::read);
    Optional<Recipient> target =
        found
            .find(table, targetKey)
            .filter(this::isCurrent)
            .filter(pointer -> sameCall(pointer, sender))
            .flatMap(DynamoStudySockets::recipient);
    return new Route(sender, target, negotiations.find(found, pair));
  }

  @Override
  public Optional<Recipient> findPeer(String socketId) {
    var key = SocketItem.pointer(socketId);
    var item = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true)).item();
    return Optional.of(item).filter(this::isCurrent).flatMap(DynamoStudySockets::recipient);
  }

  private static Optional<Recipient> recipient(Map<String, AttributeValue> pointer) {
    return optionalText(pointer, SocketItem.CONNECTION_ID).map(Recipients::of);
  }

  private static boolean sameCall(
      Map<String, AttributeValue> pointer, Optional<StudySocket> sender) {
    Optional<String> callOfTarget = optionalText(pointer, SocketItem.IN_CALL);
    Optional<String> callOfSender = sender.flatMap(socket -> Optional.ofNullable(socket.inCall()));
    return callOfTarget.isPresent() && callOfTarget.equals(callOfSender);
  }

  @Override
  public boolean identify(String connectionId, User user) {
    Update update = new Update(table, SocketItem.key(connectionId));
    SocketItem.user(user).forEach((name, value) -> update.set(path(name), value));
    return tryUpdate(
        update
            .remove(path(SocketItem.REFUSAL))
            .onlyIf(
                path(SocketItem.USER)
                    .equalTo(text(user.id()))
                    .or(
                        path(SocketItem.IN_CALL)
                            .missing()
                            .and(path(SocketItem.ONLINE_IN).missing()))));
  }

  @Override
  public Moved enterCall(PeerSocket socket, String studyId, Instant asked) {
    return moves.enterCall(socket, studyId, asked);
  }

  @Override
  public Moved exitCall(PeerSocket socket, String studyId, Instant asked) {
    return moves.exitCall(socket, studyId, asked);
  }

  @Override
  public Optional<StudySocket> exitCall(Sender sender, String studyId) {
    return moves.exitCall(sender, studyId);
  }

  @Override
  public void cancelCall(PeerSocket socket, Instant asked) {
    moves.cancelCall(socket, asked);
  }

  @Override
  public void unlink(PeerSocket socket, Instant before) {
    moves.unlink(socket, before);
  }

  @Override
  public Moved goOnline(PeerSocket socket, String studyId, Instant asked) {
    return moves.goOnline(socket, studyId, asked);
  }

  @Override
  public Moved goOffline(PeerSocket socket, Instant asked) {
    return moves.goOffline(socket, asked);
  }

  @Override
  public void cancelOnline(PeerSocket socket, Instant asked) {
    moves.cancelOnline(socket, asked);
  }

  @Override
  public boolean remove(StudySocket socket) {
    return moves.remove(socket);
  }

  /** Changes a socket that exists; one that is gone stays gone. */
  private boolean tryUpdate(Update update) {
    return update.onlyIf(path(SocketItem.ID).exists()).tryWith(dynamo).isPresent();
  }

  private boolean isCurrent(Map<String, AttributeValue> item) {
    return numberOf(item, SocketItem.EXPIRES_AT) > clock.instant().getEpochSecond();
  }
}
