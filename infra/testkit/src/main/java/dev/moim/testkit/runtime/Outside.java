package dev.moim.testkit.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executors;

/** What a function talks to besides its tables: sockets and a queue that take everything. */
public final class Outside implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;

  public Outside() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", Outside::take);
    server.start();
  }

  private static void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean queue = exchange.getRequestURI().getPath().equals("/");
    byte[] answer = queue ? taken(body) : new byte[0];
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** What SQS says, whose client looks at the digest. */
  private static byte[] taken(byte[] request) throws IOException {
    try {
      String message = JSON.readTree(request).path("MessageBody").asText();
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(message.getBytes(StandardCharsets.UTF_8));
      return JSON.writeValueAsBytes(
          Map.of("MessageId", "1", "MD5OfMessageBody", HexFormat.of().formatHex(digest)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The variables with which functions find it. */
  public Map<String, String> variables() {
    return Map.of(
        "SOCKET_ENDPOINT", address() + "/stage",
        "AWS_ENDPOINT_URL_SQS", address().toString(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", address().toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
