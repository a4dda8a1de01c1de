package dev.moim.webhooks.delivery;

import dev.moim.shared.kernel.Page;
import dev.moim.webhooks.endpoint.EndpointKey;
import java.util.Map;
import java.util.Optional;

/** What became of messages. Kept for 30 days. */
public interface DeliveryLog {

  /** The most deliveries one page holds. */
  int MAX_PAGE = 100;

  /**
   * A message and how it stands at each endpoint.
   *
   * @param results by the endpoint's id
   */
  record Delivery(Message message, Map<String, Result> results) {

    public Delivery {
      results = Map.copyOf(results);
    }
  }

  /** Notes the first attempts of a message: one write, however many endpoints it has. */
  void begin(Message message, Map<String, Result> results);

  /** Notes how it stands at one endpoint now. */
  void set(Message message, String endpointId, Result result);

  /**
   * @param id of a message; what can be none of ours is found nowhere
   */
  Optional<Delivery> find(String licenseId, MessageId id);

  /**
   * Messages to an endpoint, the latest first. A page holds fewer than the limit, or none, and goes
   * on all the same where there are many messages to the license's other endpoints.
   */
  Page<Delivery> list(EndpointKey endpoint, int limit, Optional<String> cursor);

  /** The id of a message, as somebody gave it. */
  record MessageId(String text) {}
}
