package dev.moim.webhooks.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.texts;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;

import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.Endpoint.State;
import dev.moim.webhooks.endpoint.SigningKeys;
import dev.moim.webhooks.event.EventType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An endpoint as a map in the item of its license's endpoints. */
final class EndpointItem {

  private static final String URL = "url"; // S
  private static final String EVENTS = "events"; // SS, absent for all
  private static final String SECRET = "secret"; // S
  private static final String OLD_SECRET = "oldSecret"; // S, absent before the first rotation
  private static final String OLD_UNTIL = "oldUntil"; // epoch milliseconds, N
  private static final String CREATED_AT = "createdAt"; // epoch milliseconds, N
  private static final String FAILING = "failingSince"; // epoch milliseconds, N, 0 when well
  private static final String DISABLED = "disabled"; // why, S, absent when enabled

  private EndpointItem() {}

  static AttributeValue write(Endpoint endpoint) {
    Map<String, AttributeValue> map = new HashMap<>();
    map.put(URL, text(endpoint.url()));
    if (!endpoint.events().isEmpty()) {
      map.put(EVENTS, texts(endpoint.events().stream().map(EventType::text).toList()));
    }
    SigningKeys keys = endpoint.keys();
    map.put(SECRET, text(keys.current()));
    keys.old().ifPresent(old -> map.put(OLD_SECRET, text(old)));
    map.put(OLD_UNTIL, number(keys.oldUntil()));
    map.put(CREATED_AT, number(endpoint.createdAt()));
    map.put(FAILING, number(endpoint.state().failingSince()));
    endpoint.state().disabled().ifPresent(why -> map.put(DISABLED, text(why)));
    return AttributeValue.fromM(map);
  }

  static Endpoint read(String id, AttributeValue value) {
    Map<String, AttributeValue> map = value.m();
    Optional<String> old = optionalText(map, OLD_SECRET);
    return new Endpoint(
        id,
        events(map),
        textOf(map, URL),
        new SigningKeys(textOf(map, SECRET), numberOf(map, OLD_UNTIL), old),
        numberOf(map, CREATED_AT),
        new State(numberOf(map, FAILING), optionalText(map, DISABLED)));
  }

  private static Set<EventType> events(Map<String, AttributeValue> map) {
    return textsOf(map, EVENTS).stream()
        .flatMap(text -> EventType.of(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
