package dev.moim.client.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.client.Keys;
import dev.moim.client.MoimException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Exchanges a license's keys for a token, and keeps it as long as it is good. */
final class Tokens {

  private static final int LIFE_MINUTES = 60;

  /** A token must still be good when its request arrives, whatever our clock says. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final Exchange exchange;
  private final URI auth;
  private final Keys keys;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Token> kept = Optional.empty();

  Tokens(Exchange exchange, URI auth, Keys keys, Clock clock) {
    this.exchange = exchange;
    this.auth = auth;
    this.keys = keys;
    this.clock = clock;
  }

  private record Token(String value, Instant until) {}

  /** A token; of threads that need one at once, one asks for it. */
  String token() {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (kept.filter(token -> now.isBefore(token.until)).isEmpty()) {
        Duration life = Duration.ofMinutes(LIFE_MINUTES).minus(MARGIN);
        kept = Optional.of(new Token(ask(), now.plus(life)));
      }
      return kept.get().value;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a token that was refused, unless there is a newer one by now. */
  void refused(String token) {
    lock.lock();
    try {
      kept = kept.filter(newer -> !newer.value.equals(token));
    } finally {
      lock.unlock();
    }
  }

  private String ask() {
    String body =
        new ObjectMapper()
            .createObjectNode()
            .put("accessKey", keys.accessKey())
            .put("secretKey", keys.secretKey())
            .put("expires", LIFE_MINUTES)
            .toString();
    HttpRequest request =
        HttpRequest.newBuilder(auth)
            .timeout(HttpTenantApi.TIMEOUT)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    String token = Refusals.require(exchange.send(request)).at("/data/accessToken").asText();
    if (token.isEmpty()) {
      throw new MoimException.Unavailable(auth + " gave no token", Optional.empty());
    }
    return token;
  }
}
