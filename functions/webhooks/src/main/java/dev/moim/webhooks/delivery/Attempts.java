package dev.moim.webhooks.delivery;

import dev.moim.shared.kernel.Timers;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import dev.moim.webhooks.endpoint.Endpoints;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;

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
   * What the answer means for the endpoint. It changes only where it begins to fail or ends to: a
   * message that is taken like the one before costs nothing here.
   */
  void follow(Message message, Endpoint asked, Answer answer) {
    EndpointKey key = new EndpointKey(message.licenseId(), asked.id());
    Instant now = clock.instant();
    if (answer.accepted()) {
      if (asked.failing()) {
        change(key, asked, Endpoint::well);
      }
    } else if (answer.isGone()) {
      change(key, asked, it -> it.disabled("it answered 410 Gone"));
    } else if (!asked.failed(now).equals(asked)) {
      change(key, asked, it -> it.failed(now));
    }
  }

  /** Unless it moved meanwhile: what its old address answers says nothing of the new one. */
  private void change(EndpointKey key, Endpoint asked, UnaryOperator<Endpoint> change) {
    endpoints.change(key, it -> it.url().equals(asked.url()) ? change.apply(it) : it);
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
