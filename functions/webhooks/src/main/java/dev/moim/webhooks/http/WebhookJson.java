package dev.moim.webhooks.http;

import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.wire.json.Json;
import dev.moim.webhooks.delivery.DeliveryLog.Delivery;
import dev.moim.webhooks.delivery.Message;
import dev.moim.webhooks.delivery.Result;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.event.EventType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Webhooks and their deliveries as answers show them. */
public final class WebhookJson {

  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private WebhookJson() {}

  static HttpReply list(List<Endpoint> endpoints, Instant now) {
    return HttpReply.ok(success(endpoints.stream().map(it -> of(it, now)).toList()));
  }

  static HttpReply one(Endpoint endpoint, Instant now) {
    return HttpReply.ok(success(of(endpoint, now)));
  }

  static HttpReply created(Endpoint endpoint, Instant now) {
    return HttpReply.of(CREATED, success(withSecret(endpoint, now)));
  }

  static HttpReply rotated(Endpoint endpoint, Instant now) {
    return HttpReply.ok(success(withSecret(endpoint, now)));
  }

  static HttpReply accepted(Message message) {
    return HttpReply.of(ACCEPTED, success(Map.of("id", message.id())));
  }

  static HttpReply deliveries(Page<Delivery> page, String endpointId) {
    Map<String, Object> json =
        new LinkedHashMap<>(success(page.items().stream().map(it -> of(it, endpointId)).toList()));
    page.next().ifPresent(cursor -> json.put("nextCursor", cursor));
    return HttpReply.ok(json);
  }

  private static Map<String, Object> success(Object data) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", true);
    json.put("data", data);
    return json;
  }

  /** Without its secret. */
  public static Map<String, Object> of(Endpoint endpoint, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", endpoint.id());
    json.put("url", endpoint.url());
    json.put("events", endpoint.events().stream().map(EventType::text).sorted().toList());
    json.put("enabled", endpoint.enabled());
    endpoint.state().disabled().ifPresent(why -> json.put("disabledBecause", why));
    if (endpoint.failing()) {
      json.put("failingSince", Timestamps.iso(endpoint.state().failingSince()));
    }
    json.put("createdAt", Timestamps.iso(endpoint.createdAt()));
    if (endpoint.keys().overlaps(now)) {
      json.put("oldSecretUntil", Timestamps.iso(endpoint.keys().oldUntil()));
    }
    return json;
  }

  /** When it was just made: it is shown nowhere else. */
  public static Map<String, Object> withSecret(Endpoint endpoint, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>(of(endpoint, now));
    json.put("secret", endpoint.keys().current());
    return json;
  }

  /** How a message fared at this endpoint. */
  public static Map<String, Object> of(Delivery delivery, String endpointId) {
    Result result = delivery.results().get(endpointId);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", delivery.message().id());
    json.put("type", delivery.message().type().text());
    json.put("body", Json.readObject(delivery.message().body()));
    if (result != null) {
      json.put("state", result.state().name().toLowerCase(Locale.ROOT));
      json.put("attempts", result.attempts());
      json.put("at", Timestamps.iso(result.at()));
      json.put("status", result.status());
      json.put("answer", result.note());
    }
    return json;
  }
}
