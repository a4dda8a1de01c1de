package dev.moim.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpHeaders;

/**
 * What README.md tells people to write in Java: {@link WebhooksTest} holds the two to each other.
 */
class ReadmeReceiver {

  String genuine(HttpExchange exchange, Webhook webhook)
      throws IOException, WebhookVerificationException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
    webhook.verify(body, headers);
    return body;
  }
}
