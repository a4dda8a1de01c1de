package dev.moim.checks.rights;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** The bucket of pictures, and which right each request to it takes. */
final class GuardedBucket {

  private static final String NAME = "/PicturesBucket";

  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

  Right right(HttpExchange exchange) {
    String key = key(exchange);
    String bucket = "PicturesBucketArn";
    if (key.isEmpty()) {
      return new Right("s3:ListBucket", bucket);
    }
    String folder = key.replaceFirst("^(\\w+/\\w+/).*", "$1*");
    String action =
        switch (exchange.getRequestMethod()) {
          case "PUT" -> "s3:PutObject";
          case "DELETE" -> "s3:DeleteObject";
          default -> "s3:GetObject";
        };
    return new Right(action, bucket + "/" + folder);
  }

  void serve(HttpExchange exchange) throws IOException {
    String key = key(exchange);
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        objects.put(key, exchange.getRequestBody().readAllBytes());
        answer(exchange, 200, new byte[0]);
      }
      case "DELETE" -> {
        objects.remove(key);
        answer(exchange, 204, new byte[0]);
      }
      default -> {
        boolean there = key.isEmpty() || objects.containsKey(key);
        answer(exchange, there ? 200 : 404, key.isEmpty() ? list(exchange) : object(key));
      }
    }
  }

  private byte[] object(String key) {
    return objects.getOrDefault(key, new byte[0]);
  }

  private byte[] list(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    String prefix = query.replaceFirst(".*prefix=([^&]*).*", "$1");
    return objects.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
        .collect(Collectors.joining("", "<ListBucketResult>", "</ListBucketResult>"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String key(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().substring(NAME.length()).replaceFirst("^/", "");
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
