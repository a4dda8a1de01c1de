package dev.moim.studies.signal.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.studies.User;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.identity.Identity;
import dev.moim.studies.signal.Place;
import dev.moim.studies.signal.StudySocket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A socket as an item. Its keys differ from those of the calls family, which shares the table. */
final class SocketItem {

  static final String ID = "id"; // study#<connection id>, or sio#<socket id> of a pointer, S
  static final String ENGINE = "engine"; // Engine.IO version, N
  static final String SOCKET_ID = "socketId"; // S
  static final String USER = "userId"; // S, absent while nobody is known
  static final String NAME = "name"; // S
  static final String AVATAR = "avatar"; // S, absent without one
  static final String REFUSAL = "refusal"; // why nobody is known, S
  static final String IN_CALL = "studyId"; // of the call it takes part in, S
  static final String ONLINE_IN = "watching"; // id of the study whose page is open, S
  static final String CALL_ASKED = "callAsked"; // when a call was last asked for, epoch ms, N
  static final String CALL_BEFORE = "callBefore"; // id of the study whose call it left, S
  static final String CALL_LEFT = "callLeft"; // when it last asked to be out of one, epoch ms, N
  static final String ONLINE_ASKED = "onlineAsked"; // the same of being online, epoch ms, N
  static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  static final String CONNECTION_ID = "connectionId"; // of a pointer, S

  private static final String PREFIX = "study#";

  /** API Gateway closes every socket after two hours; the rest covers its end's handling. */
  private static final Duration LIFE = Duration.ofMinutes(125);

  private SocketItem() {}

  static AttributeValue expiry(Clock clock) {
    return number(clock.instant().plus(LIFE).getEpochSecond());
  }

  static Map<String, AttributeValue> key(String connectionId) {
    return Map.of(ID, text(PREFIX + connectionId));
  }

  static Map<String, AttributeValue> pointer(String socketId) {
    return Map.of(ID, text("sio#" + socketId));
  }

  static Map<String, AttributeValue> write(StudySocket socket) {
    Map<String, AttributeValue> item = new HashMap<>(key(socket.connectionId()));
    item.put(ENGINE, number(socket.engine()));
    item.put(SOCKET_ID, text(socket.socketId()));
    switch (socket.identity()) {
      case Identity.Known(User user) -> item.putAll(user(user));
      case Identity.Unknown(String reason) -> item.put(REFUSAL, text(reason));
    }
    putIfThere(item, IN_CALL, socket.inCall());
    putIfThere(item, ONLINE_IN, socket.onlineIn());
    return item;
  }

  static Map<String, AttributeValue> user(User user) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    attributes.put(USER, text(user.id()));
    attributes.put(NAME, text(user.name()));
    putIfThere(attributes, AVATAR, user.avatar());
    return attributes;
  }

  static StudySocket read(Map<String, AttributeValue> item) {
    String connectionId = textOf(item, ID).substring(PREFIX.length());
    return new StudySocket(
        new PeerSocket(textOf(item, SOCKET_ID), connectionId),
        (int) numberOf(item, ENGINE),
        identity(item),
        new Place(
            optionalText(item, IN_CALL).orElse(null),
            numberOf(item, CALL_ASKED),
            optionalText(item, CALL_BEFORE).orElse(null),
            numberOf(item, CALL_LEFT)),
        new Place(
            optionalText(item, ONLINE_IN).orElse(null), numberOf(item, ONLINE_ASKED), null, 0));
  }

  private static Identity identity(Map<String, AttributeValue> item) {
    Optional<String> avatar = optionalText(item, AVATAR);
    return optionalText(item, USER)
        .<Identity>map(id ->
            new Identity.Known(User.of(id).named(textOf(item, NAME)).pictured(avatar.orElse(null))))
        .orElseGet(() -> new Identity.Unknown(textOf(item, REFUSAL)));
  }

  private static void putIfThere(
      Map<String, AttributeValue> item, String name, @Nullable String value) {
    if (value != null) {
      item.put(name, text(value));
    }
  }
}
