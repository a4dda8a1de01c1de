package dev.moim.local.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A tenant's server to try webhooks with: {@code POST /_local/webhooks} takes what comes, at any
 * path below it, and {@code GET} shows it, as a page or as JSON for scripts that ask for that. With
 * {@code ?answer=503} it answers so, as a receiver in trouble does.
 */
public final class Receiver implements Endpoint {

  private static final String PATH = "/_local/webhooks";
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_KEPT = 200;
  private static final int NO_CONTENT = 204;
  private static final List<String> SCRIPTS = List.of("receiver.js", "load-standardwebhooks.js");
  private static final List<String> HEADERS =
      List.of("webhook-id", "webhook-timestamp", "webhook-signature", "user-agent");

  /** The page loads our scripts, and the library by way of them; nothing of what came may run. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self' blob:; style-src 'self' 'unsafe-inline';"
          + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Clock clock;
  private final Deque<ObjectNode> received = new ArrayDeque<>();

  public Receiver(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    boolean below = call.rawPath().equals(PATH) || call.rawPath().startsWith(PATH + "/");
    if (below && call.method().equals("POST")) {
      return Optional.of(take(call));
    }
    if (call.is("GET", PATH)) {
      return Optional.of(show(call).notStored());
    }
    for (String script : SCRIPTS) {
      if (call.is("GET", PATH + "/" + script)) {
        return Optional.of(file(script, "text/javascript").notStored());
      }
    }
    return Optional.empty();
  }

  private static Reply file(String name, String type) throws IOException {
    try (InputStream in = Receiver.class.getResourceAsStream(name)) {
      byte[] content = Objects.requireNonNull(in, name).readAllBytes();
      return Reply.of(200, type + "; charset=utf-8", content);
    }
  }

  private synchronized Reply take(Call call) throws IOException {
    ObjectNode message =
        Json.object()
            .put("receivedAt", clock.instant().toString())
            .put("path", call.rawPath())
            .put("body", new String(call.body(MOST_BYTES), StandardCharsets.UTF_8));
    ObjectNode headers = message.putObject("headers");
    HEADERS.forEach(name -> call.header(name).ifPresent(value -> headers.put(name, value)));
    int status = status(call);
    message.put("answered", status);
    received.addFirst(message);
    if (received.size() > MOST_KEPT) {
      received.removeLast();
    }
    return Reply.empty(status);
  }

  private static int status(Call call) {
    String wanted = call.hasReadableQuery() ? call.query().getOrDefault("answer", "") : "";
    return wanted.matches("[2-5][0-9]{2}") ? Integer.parseInt(wanted) : NO_CONTENT;
  }

  private synchronized Reply show(Call call) throws IOException {
    if (call.header("accept").orElse("").contains("application/json")) {
      ObjectNode answer = Json.object();
      ArrayNode messages = answer.putArray("messages");
      received.forEach(messages::add);
      return Reply.json(200, answer);
    }
    return file("receiver.html", "text/html").with("content-security-policy", POLICY);
  }
}
