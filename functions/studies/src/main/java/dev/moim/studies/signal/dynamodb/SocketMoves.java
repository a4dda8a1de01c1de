package dev.moim.studies.signal.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.signal.StudySocket;
import dev.moim.studies.signal.StudySockets.Moved;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Where sockets are. Each write carries when its frame was received into its condition, so that an
 * older frame never undoes what a newer one asked for.
 */
final class SocketMoves {

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  SocketMoves(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  Moved enterCall(PeerSocket socket, String studyId, Instant asked) {
    Moved moved =
        move(
            change(socket)
                .set(path(SocketItem.IN_CALL), text(studyId))
                .set(path(SocketItem.CALL_ASKED), millis(asked))
                .remove(path(SocketItem.CALL_BEFORE))
                .onlyIf(notAskedAfter(SocketItem.CALL_ASKED, asked)));
    if (moved == Moved.DONE) {
      new Update(table, SocketItem.pointer(socket.socketId()))
          .set(path(SocketItem.CONNECTION_ID), text(socket.connectionId()))
          .set(path(SocketItem.IN_CALL), text(studyId))
          .set(path(SocketItem.CALL_ASKED), millis(asked))
          .set(path(SocketItem.EXPIRES_AT), SocketItem.expiry(clock))
          .onlyIf(notAskedAfter(SocketItem.CALL_ASKED, asked))
          .tryWith(dynamo);
    }
    return moved;
  }

  Moved exitCall(PeerSocket socket, String studyId, Instant asked) {
    Moved moved = move(exit(change(socket), studyId, asked));
    if (moved == Moved.DONE) {
      unlink(socket, asked);
    }
    return moved;
  }

  Optional<StudySocket> exitCall(Sender sender, String studyId) {
    Instant asked = sender.receivedAt();
    var key = SocketItem.key(sender.connectionId());
    try {
      var item =
          dynamo
              .updateItem(
                  exit(new Update(table, key), studyId, asked)
                      .onlyIf(path(SocketItem.ID).exists())
                      .request())
              .attributes();
      StudySocket socket = SocketItem.read(item);
      unlink(socket.socket(), asked);
      return Optional.of(socket);
    } catch (ConditionalCheckFailedException outdated) {
      // It was out for a moment all the same: what it had switched on until then is off.
      new Update(table, key)
          .set(path(SocketItem.CALL_LEFT), millis(asked))
          .onlyIf(path(SocketItem.ID).exists())
          .onlyIf(askedBefore(SocketItem.CALL_LEFT, asked))
          .tryWith(dynamo);
      return Optional.of(outdated.item()).filter(item -> !item.isEmpty()).map(SocketItem::read);
    }
  }

  private static Update exit(Update socket, String studyId, Instant asked) {
    Path inCall = path(SocketItem.IN_CALL);
    return socket
        .set(path(SocketItem.CALL_ASKED), millis(asked))
        .set(path(SocketItem.CALL_LEFT), millis(asked))
        .set(path(SocketItem.CALL_BEFORE), text(studyId))
        .remove(inCall)
        .onlyIf(askedBefore(SocketItem.CALL_ASKED, asked))
        .onlyIf(inCall.missing().or(inCall.equalTo(text(studyId))));
  }

  void cancelCall(PeerSocket socket, Instant asked) {
    unlink(socket, asked.plusMillis(1));
    change(socket)
        .remove(path(SocketItem.IN_CALL))
        .onlyIf(path(SocketItem.CALL_ASKED).equalTo(millis(asked)))
        .tryWith(dynamo);
  }

  /** Unless a newer frame has put it there. */
  void unlink(PeerSocket socket, Instant before) {
    try {
      dynamo.deleteItem(r ->
          r.tableName(table)
              .key(SocketItem.pointer(socket.socketId()))
              .conditionExpression("attribute_not_exists(callAsked) OR callAsked < :asked")
              .expressionAttributeValues(Map.of(":asked", millis(before))));
    } catch (ConditionalCheckFailedException newer) {
      // It stands for where the socket is now.
    }
  }

  Moved goOnline(PeerSocket socket, String studyId, Instant asked) {
    return move(
        change(socket)
            .set(path(SocketItem.ONLINE_IN), text(studyId))
            .set(path(SocketItem.ONLINE_ASKED), millis(asked))
            .onlyIf(notAskedAfter(SocketItem.ONLINE_ASKED, asked)));
  }

  Moved goOffline(PeerSocket socket, Instant asked) {
    return move(
        change(socket)
            .remove(path(SocketItem.ONLINE_IN))
            .set(path(SocketItem.ONLINE_ASKED), millis(asked))
            .onlyIf(askedBefore(SocketItem.ONLINE_ASKED, asked)));
  }

  void cancelOnline(PeerSocket socket, Instant asked) {
    change(socket)
        .remove(path(SocketItem.ONLINE_IN))
        .onlyIf(path(SocketItem.ONLINE_ASKED).equalTo(millis(asked)))
        .tryWith(dynamo);
  }

  boolean remove(StudySocket socket) {
    if (socket.inCall() != null) {
      dynamo.deleteItem(r -> r.tableName(table).key(SocketItem.pointer(socket.socketId())));
    }
    try {
      dynamo.deleteItem(r ->
          r.tableName(table)
              .key(SocketItem.key(socket.connectionId()))
              .conditionExpression(
                  "attribute_not_exists(id) OR "
                      + "((attribute_not_exists(callAsked) OR callAsked = :call)"
                      + " AND (attribute_not_exists(onlineAsked) OR onlineAsked = :online))")
              .expressionAttributeValues(
                  Map.of(
                      ":call", number(socket.call().asked()),
                      ":online", number(socket.page().asked()))));
      return true;
    } catch (ConditionalCheckFailedException moved) {
      return false;
    }
  }

  private static Condition notAskedAfter(String attribute, Instant asked) {
    return path(attribute).missing().or(path(attribute).atMost(millis(asked)));
  }

  private static Condition askedBefore(String attribute, Instant asked) {
    return path(attribute).missing().or(path(attribute).lessThan(millis(asked)));
  }

  private static AttributeValue millis(Instant instant) {
    return number(instant.toEpochMilli());
  }

  private Moved move(Update update) {
    try {
      dynamo.updateItem(update.onlyIf(path(SocketItem.ID).exists()).request());
      return Moved.DONE;
    } catch (ConditionalCheckFailedException refused) {
      return refused.hasItem() && !refused.item().isEmpty() ? Moved.OUTDATED : Moved.GONE;
    }
  }

  private Update change(PeerSocket socket) {
    return new Update(table, SocketItem.key(socket.connectionId()));
  }
}
