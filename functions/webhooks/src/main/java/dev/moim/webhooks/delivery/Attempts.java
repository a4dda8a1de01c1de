package dev.moim.webhooks.delivery;

import dev.moim.shared.kernel.Timers;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import dev.moim.webhooks.endpoint.Endpoints;
import java.time.Clock;
import java.time.Instant;

/** Makes attempts, and sees to what follows from them. */
public final class Attempts {

  private final Endpoints endpoints;
  private final Poster poster;
  private final Timers retries;
  private final Clock clock;

  public Attempts(Endpoints endpoints, Poster poster, Timers retries, Clock clock) {
    this.endpoints = endpoints;
    this.poster = poster;
    this.retries = retries;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  Answer post(Message message, Endpoint endpoint) {
    var headers = Signature.headers(message, endpoint.keys(), clock.instant());
    return poster.post(endpoint.url(), headers, message.body());
  }

  /**
   * The endpoint's state, and the next attempt if there is to be one. It changes only where an
   * endpoint begins to fail or ends to: a message that is taken like the one before costs nothing
   * here.
   */
  void follow(Message message, Endpoint endpoint, Answer answer) {
    EndpointKey key = new EndpointKey(message.licenseId(), endpoint.id());
    Instant now = clock.instant();
    if (answer.accepted()) {
      if (endpoint.failing()) {
        endpoints.change(key, Endpoint::well);
      }
    } else if (answer.isGone()) {
      endpoints.change(key, it -> it.disabled("it answered 410 Gone"));
    } else if (!endpoint.failed(now).equals(endpoint)) {
      endpoints.change(key, it -> it.failed(now));
    }
  }

  /** Has a message tried that is waiting. */
  void again(Message message, EndpointKey endpoint, Result result) {
    if (result.state() == Result.State.WAITING) {
      Instant now = clock.instant();
      Backoff.after(result.attempts())
          .map(wait -> Attempt.at(now.plus(wait), endpoint, message, result.attempts()))
          .ifPresent(attempt -> attempt.send(retries, now));
    }
  }

  /** Has a message tried at once, as if it never was. */
  void now(Message message, EndpointKey endpoint) {
    Attempt.at(clock.instant(), endpoint, message, 0).send(retries, clock.instant());
  }

  void putBack(Attempt attempt) {
    attempt.send(retries, clock.instant());
  }
}
