package dev.moim.shared.sockets.negotiation.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;

import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.negotiation.Candidates;
import dev.moim.shared.sockets.negotiation.Description.Origin;
import dev.moim.shared.sockets.negotiation.Negotiation;
import dev.moim.shared.sockets.negotiation.Negotiations.Early;
import dev.moim.shared.sockets.negotiation.PairKey;
import dev.moim.shared.wire.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What passes from one peer to another, as an item of the table of connections. */
final class NegotiationItem {

  static final String ID = "id"; // pair#…, or kept#… of a whole description, S
  static final String SESSION = "session"; // of the newest description's o= line, S
  static final String VERSION = "version"; // of the same, N
  static final String UFRAGS = "ufrags"; // of all descriptions relayed, SS, absent when none
  static final String DESCRIBED = "described"; // any was relayed, BOOL
  static final String HELD = "held"; // candidates that wait, L of [received at, ufrags, message]
  static final String MESSAGE = "message"; // of a kept description, as JSON, S
  static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private NegotiationItem() {}

  static Map<String, AttributeValue> key(PairKey pair) {
    return Map.of(ID, text("pair#" + pair.text()));
  }

  static Map<String, AttributeValue> keyOfKept(PairKey pair) {
    return Map.of(ID, text("kept#" + pair.text()));
  }

  static Negotiation read(Map<String, AttributeValue> item) {
    return new Negotiation(
        optionalText(item, SESSION).map(session -> new Origin(session, numberOf(item, VERSION))),
        textsOf(item, UFRAGS),
        flagOf(item, DESCRIBED));
  }

  static AttributeValue write(Early early) {
    List<AttributeValue> ufrags =
        early.candidates().ufrags().stream().map(AttributeValue::fromS).toList();
    return AttributeValue.fromL(
        List.of(
            number(early.receivedAt().toEpochMilli()),
            AttributeValue.fromL(ufrags),
            text(write(early.message()))));
  }

  static List<Early> held(Map<String, AttributeValue> item) {
    AttributeValue held = item.get(HELD);
    return held == null ? List.of() : held.l().stream().map(NegotiationItem::early).toList();
  }

  private static Early early(AttributeValue value) {
    List<AttributeValue> list = value.l();
    Set<String> ufrags = Set.copyOf(list.get(1).l().stream().map(AttributeValue::s).toList());
    return new Early(
        Instant.ofEpochMilli(Long.parseLong(list.get(0).n())),
        new Candidates(ufrags),
        message(list.get(2).s()));
  }

  static String write(Message message) {
    return Json.write(Map.of("name", message.name(), "fields", message.fields()));
  }

  static Message message(String json) {
    var object = Json.readObject(json);
    return new Message(String.valueOf(object.get("name")), Json.asObject(object.get("fields")));
  }
}
