package dev.moim.webhooks.delivery;

import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.webhooks.delivery.DeliveryLog.Delivery;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import dev.moim.webhooks.endpoint.Endpoints;
import java.util.Optional;

/** Tries a message at one endpoint once more, when that is due and still wanted. */
public final class DeliverAgain {

  private final Endpoints endpoints;
  private final DeliveryLog log;
  private final Attempts attempts;

  public DeliverAgain(Endpoints endpoints, DeliveryLog log, Attempts attempts) {
    this.endpoints = endpoints;
    this.log = log;
    this.attempts = attempts;
  }

  public void run(Timer timer) {
    Attempt attempt = Attempt.of(timer);
    if (!attempt.isDue(attempts.now())) {
      attempts.putBack(attempt);
      return;
    }
    EndpointKey key = attempt.endpoint();
    Optional<Delivery> found = log.find(key.licenseId(), attempt.message());
    Optional<Result> before = found.map(it -> it.results().get(key.endpointId()));
    if (before.filter(attempt::follows).isPresent()) {
      run(found.get().message(), key, before.get());
    }
  }

  private void run(Message message, EndpointKey key, Result before) {
    Optional<Endpoint> endpoint = endpoints.find(key).filter(Endpoint::enabled);
    if (endpoint.isEmpty()) {
      log.set(message, key.endpointId(), before.failed("the webhook is disabled or deleted"));
      return;
    }
    Answer answer = attempts.post(message, endpoint.get());
    Result result = Result.after(before.attempts() + 1, answer, attempts.now());
    attempts.follow(message, endpoint.get(), answer);
    // Before the log says that this one was made: whoever dies in between makes it again.
    attempts.again(message, key, result);
    log.set(message, key.endpointId(), result);
  }
}
