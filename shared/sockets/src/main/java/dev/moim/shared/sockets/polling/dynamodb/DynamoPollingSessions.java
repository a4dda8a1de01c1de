package dev.moim.shared.sockets.polling.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.sockets.polling.PollingSessions;
import dev.moim.shared.sockets.polling.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sessions in DynamoDB: one small item each, which is made by whoever writes first and gone soon.
 * Every write may be repeated by the SDK and then does nothing more.
 */
public final class DynamoPollingSessions implements PollingSessions {

  private static final String ID = "id"; // the session's, S
  private static final String PACKETS = "packets"; // Engine.IO messages that wait, SS
  private static final String SOCKET = "socket"; // connection id of the socket that has it, S
  private static final String TAKEN = "taken"; // drawn by whoever took the packets, S
  private static final String ANSWERED = "answered"; // whoever took them has answered, BOOL
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private static final Duration LIFE = Duration.ofMinutes(2);
  private static final int DRAWN_LENGTH = 22;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoPollingSessions(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  public static DynamoPollingSessions in(Deployment deployment) {
    return new DynamoPollingSessions(
        deployment.dynamo(), deployment.settings().require("HANDSHAKES_TABLE"));
  }

  /** A set: what is sent twice is there once. */
  @Override
  public boolean keep(SessionId session, List<String> packets) {
    var room = path(PACKETS).size().lessThan(number(MAX_WAITING));
    return change(session)
        .addTo(path(PACKETS), packets)
        .onlyIf(path(TAKEN).missing().and(path(PACKETS).missing().or(room)))
        .tryWith(dynamo)
        .isPresent();
  }

  @Override
  public boolean claim(SessionId session, String connectionId) {
    var ours = path(SOCKET).equalTo(text(connectionId));
    return change(session)
        .set(path(SOCKET), text(connectionId))
        .onlyIf(path(SOCKET).missing().or(ours))
        .tryWith(dynamo)
        .isPresent();
  }

  /** They stay until they are answered, so that a repetition of this write finds them too. */
  @Override
  public Optional<List<String>> take(SessionId session, String connectionId) {
    AttributeValue drawn = text(Ids.base62(DRAWN_LENGTH));
    return change(session)
        .set(path(TAKEN), drawn)
        .onlyIf(path(SOCKET).equalTo(text(connectionId)))
        .onlyIf(path(TAKEN).missing().or(path(TAKEN).equalTo(drawn)))
        .tryWith(dynamo)
        .map(item -> List.copyOf(textsOf(item, PACKETS)));
  }

  @Override
  public void answered(SessionId session) {
    dynamo.updateItem(
        change(session).set(path(ANSWERED), flag(true)).remove(path(PACKETS)).request());
  }

  @Override
  public boolean isAnswered(SessionId session) {
    var item =
        dynamo.getItem(r -> r.tableName(table).key(key(session)).consistentRead(true)).item();
    return flagOf(item, ANSWERED);
  }

  private Update change(SessionId session) {
    long expiry = session.issuedAt().plus(LIFE).getEpochSecond();
    return new Update(table, key(session)).set(path(EXPIRES_AT), number(expiry));
  }

  private static Map<String, AttributeValue> key(SessionId session) {
    return Map.of(ID, text(session.text()));
  }
}
