package dev.moim.shared.sockets.negotiation.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.texts;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.negotiation.Candidates;
import dev.moim.shared.sockets.negotiation.Description;
import dev.moim.shared.sockets.negotiation.Description.Origin;
import dev.moim.shared.sockets.negotiation.Negotiation;
import dev.moim.shared.sockets.negotiation.Negotiations;
import dev.moim.shared.sockets.negotiation.PairKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One small item for each direction between two peers. Where a candidate and its description race,
 * two conditional writes of that item decide who relays the candidate.
 */
public final class DynamoNegotiations implements Negotiations {

  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final Duration LIFE_OF_KEPT = Duration.ofSeconds(60);

  /** So many of {@link #MAX_MESSAGE} characters fit into an item of 400 KB. */
  private static final int MAX_HELD = 40;

  private static final int MAX_MESSAGE = 8_000;

  private static final Comparator<Early> BY_TIME = Comparator.comparing(Early::receivedAt);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  /**
   * @param table of connections
   */
  public DynamoNegotiations(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  /** Reads it together with what else a relay has to know, for no request more. */
  public Batch addTo(Batch batch, PairKey pair) {
    return batch.add(table, NegotiationItem.key(pair));
  }

  public Negotiation find(Batch.Found found, PairKey pair) {
    return read(found.find(table, NegotiationItem.key(pair)).orElse(Map.of()));
  }

  @Override
  public Negotiation find(PairKey pair) {
    return read(dynamo.getItem(r -> r.tableName(table).key(NegotiationItem.key(pair))).item());
  }

  private Negotiation read(Map<String, AttributeValue> item) {
    return isCurrent(item) ? NegotiationItem.read(item) : Negotiation.NONE;
  }

  @Override
  public boolean hold(PairKey pair, Early early) {
    AttributeValue entry = NegotiationItem.write(early);
    if (entry.l().getLast().s().length() > MAX_MESSAGE) {
      return false;
    }
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":entry", AttributeValue.fromL(List.of(entry)));
    values.put(":none", AttributeValue.fromL(List.of()));
    values.put(":most", number(MAX_HELD));
    values.put(":expiry", expiry(LIFE));
    try {
      dynamo.updateItem(
          change(NegotiationItem.key(pair))
              .updateExpression(
                  "SET held = list_append(if_not_exists(held, :none), :entry),"
                      + " expiresAt = :expiry")
              .conditionExpression(
                  "(attribute_not_exists(held) OR size(held) < :most) AND "
                      + notRelayed(early.candidates(), values))
              .expressionAttributeValues(values)
              .build());
      return true;
    } catch (ConditionalCheckFailedException relayed) {
      return false;
    }
  }

  /** That {@link Negotiation#admits} does not hold. */
  private static String notRelayed(Candidates candidates, Map<String, AttributeValue> values) {
    if (candidates.ufrags().isEmpty()) {
      return "attribute_not_exists(described)";
    }
    List<String> missing = new ArrayList<>();
    for (String ufrag : candidates.ufrags()) {
      String placeholder = ":ufrag" + missing.size();
      values.put(placeholder, text(ufrag));
      missing.add("NOT contains(ufrags, " + placeholder + ")");
    }
    return "(attribute_not_exists(described) OR (attribute_exists(ufrags) AND ("
        + String.join(" OR ", missing)
        + ")))";
  }

  @Override
  public Noted relayed(PairKey pair, Description description) {
    try {
      var before = dynamo.updateItem(noting(pair, description)).attributes();
      return new Noted.Relayed(read(before), released(pair, before, description));
    } catch (ConditionalCheckFailedException newer) {
      return new Noted.Overtaken();
    }
  }

  private UpdateItemRequest noting(PairKey pair, Description description) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":yes", flag(true));
    values.put(":expiry", expiry(LIFE));
    StringBuilder update = new StringBuilder("SET described = :yes, expiresAt = :expiry");
    UpdateItemRequest.Builder request = change(NegotiationItem.key(pair));
    if (description.origin().isPresent()) {
      Origin origin = description.origin().get();
      values.put(":session", text(origin.session()));
      values.put(":version", number(origin.version()));
      update.append(", #session = :session, version = :version");
      request
          .conditionExpression(
              "attribute_not_exists(#session) OR #session <> :session OR version <= :version")
          .expressionAttributeNames(Map.of("#session", NegotiationItem.SESSION));
    }
    if (!description.ufrags().isEmpty()) {
      values.put(":ufrags", texts(description.ufrags()));
      update.append(" ADD ufrags :ufrags");
    }
    return request
        .updateExpression(update.append(" REMOVE held").toString())
        .expressionAttributeValues(values)
        .returnValues(ReturnValue.ALL_OLD)
        .build();
  }

  /** Those of other descriptions go on waiting, unless theirs was relayed at this moment too. */
  private List<Early> released(
      PairKey pair, Map<String, AttributeValue> before, Description description) {
    Set<String> ufrags = new HashSet<>(NegotiationItem.read(before).ufrags());
    ufrags.addAll(description.ufrags());
    Negotiation now = new Negotiation(description.origin(), ufrags, true);
    return NegotiationItem.held(before).stream()
        .filter(early -> now.admits(early.candidates()) || !hold(pair, early))
        .sorted(BY_TIME)
        .toList();
  }

  @Override
  public List<Early> takeHeldBefore(PairKey pair, Instant moment) {
    var before =
        dynamo
            .updateItem(
                change(NegotiationItem.key(pair))
                    .updateExpression("SET expiresAt = :expiry REMOVE held")
                    .expressionAttributeValues(Map.of(":expiry", expiry(LIFE)))
                    .returnValues(ReturnValue.ALL_OLD)
                    .build())
            .attributes();
    return NegotiationItem.held(before).stream()
        .filter(early -> !early.receivedAt().isAfter(moment) || !hold(pair, early))
        .sorted(BY_TIME)
        .toList();
  }

  @Override
  public void keep(PairKey pair, Message newest) {
    Map<String, AttributeValue> item = new HashMap<>(NegotiationItem.keyOfKept(pair));
    item.put(NegotiationItem.MESSAGE, text(NegotiationItem.write(newest)));
    item.put(NegotiationItem.EXPIRES_AT, expiry(LIFE_OF_KEPT));
    dynamo.putItem(r -> r.tableName(table).item(item));
  }

  @Override
  public Optional<Message> kept(PairKey pair) {
    var key = NegotiationItem.keyOfKept(pair);
    var item = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true)).item();
    return Optional.of(item)
        .filter(this::isCurrent)
        .map(found -> NegotiationItem.message(textOf(found, NegotiationItem.MESSAGE)));
  }

  private UpdateItemRequest.Builder change(Map<String, AttributeValue> key) {
    return UpdateItemRequest.builder().tableName(table).key(key);
  }

  private boolean isCurrent(Map<String, AttributeValue> item) {
    return numberOf(item, NegotiationItem.EXPIRES_AT) > clock.instant().getEpochSecond();
  }

  private AttributeValue expiry(Duration life) {
    return number(clock.instant().plus(life).getEpochSecond());
  }
}
