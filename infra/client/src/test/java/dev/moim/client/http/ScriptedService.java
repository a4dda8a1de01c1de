package dev.moim.client.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;

/** A server that gives answers in the order they were put down, and tokens as often as asked. */
final class ScriptedService implements AutoCloseable {

  record Asked(String path, String token) {}

  private record Answer(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private int tokens;

  private ScriptedService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  static ScriptedService start() throws IOException {
    return new ScriptedService();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  ScriptedService then(int status, String body) {
    return then(status, Map.of(), body);
  }

  synchronized ScriptedService then(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body));
    return this;
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  synchronized int tokensGiven() {
    return tokens;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    boolean auth = path.equals("/v1/auth");
    if (!auth) {
      asked.add(new Asked(path, exchange.getRequestHeaders().getFirst("s-connector-jwt")));
    }
    Answer answer =
        auth
            ? new Answer(
                200,
                Map.of(),
                "{\"status\":true,\"data\":{\"accessToken\":\"t%d\"}}".formatted(++tokens))
            : answers.remove();
    answer.headers.forEach(exchange.getResponseHeaders()::add);
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
