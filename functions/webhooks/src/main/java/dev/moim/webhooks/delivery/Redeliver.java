package dev.moim.webhooks.delivery;

import dev.moim.shared.kernel.DomainException;
import dev.moim.webhooks.delivery.DeliveryLog.Delivery;
import dev.moim.webhooks.delivery.DeliveryLog.MessageId;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import dev.moim.webhooks.endpoint.Endpoints;
import dev.moim.webhooks.endpoint.WebhookError;
import java.util.Map;

/** Sends what a tenant asks for: a test, or a message once more. */
public final class Redeliver {

  private final Endpoints endpoints;
  private final DeliveryLog log;
  private final Attempts attempts;

  public Redeliver(Endpoints endpoints, DeliveryLog log, Attempts attempts) {
    this.endpoints = endpoints;
    this.log = log;
    this.attempts = attempts;
  }

  /** To this endpoint, whatever it is told of otherwise. */
  public Message test(EndpointKey key, Message message) {
    enabled(key);
    Result waiting = Result.waiting(attempts.now(), "asked for");
    log.begin(message, Map.of(key.endpointId(), waiting));
    attempts.now(message, key);
    return message;
  }

  /** Under the same id; with all attempts that a new message has. */
  public Message again(EndpointKey key, MessageId id) {
    enabled(key);
    Delivery delivery =
        log.find(key.licenseId(), id)
            .filter(it -> it.results().containsKey(key.endpointId()))
            .orElseThrow(() -> new DomainException(WebhookError.DELIVERY_NOT_FOUND));
    log.set(
        delivery.message(), key.endpointId(), Result.waiting(attempts.now(), "asked for again"));
    attempts.now(delivery.message(), key);
    return delivery.message();
  }

  private void enabled(EndpointKey key) {
    Endpoint endpoint =
        endpoints.find(key).orElseThrow(() -> new DomainException(WebhookError.WEBHOOK_NOT_FOUND));
    if (!endpoint.enabled()) {
      throw new DomainException(WebhookError.WEBHOOK_DISABLED);
    }
  }
}
