package dev.moim.local.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moim.chat.dynamodb.ChatTables;
import dev.moim.chat.dynamodb.DynamoNotifications;
import dev.moim.chat.message.Author;
import dev.moim.chat.notification.About;
import dev.moim.chat.notification.Notification;
import dev.moim.chat.notification.NotificationType;
import dev.moim.chat.notification.Notifications;
import dev.moim.chat.notification.Occasion;
import dev.moim.local.LocalCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Notifies somebody as often as a script asks for, at random times and from several functions at
 * once, without a meeting for each: {@code POST /{userId}?{count}} answers the ids, in order, when
 * all are there.
 */
final class NotificationSource implements AutoCloseable {

  private static final int FUNCTIONS = 3;
  private static final int LONGEST_PAUSE_MS = 25;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Notifications notifications;
  private final HttpServer server;

  NotificationSource(LocalCloud cloud) throws IOException {
    String chats =
        cloud.dynamoDb().listTables().tableNames().stream()
            .filter(name -> name.contains("Chats"))
            .findFirst()
            .orElseThrow();
    ChatTables tables = new ChatTables(chats, "none", "none", "none");
    notifications = new DynamoNotifications(cloud.dynamoDb(), tables, Clock.systemUTC());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    long userId = Long.parseLong(asked.getPath().substring(1));
    try (exchange) {
      try {
        send(exchange, 200, JSON.writeValueAsBytes(notify(userId, count(asked))));
      } catch (ExecutionException | InterruptedException e) {
        send(exchange, 500, JSON.writeValueAsBytes(e.toString()));
      }
    }
  }

  private static int count(URI asked) {
    return Integer.parseInt(asked.getQuery());
  }

  private static void send(HttpExchange exchange, int status, byte[] json) throws IOException {
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
  }

  private List<Long> notify(long userId, int count)
      throws ExecutionException, InterruptedException {
    List<Long> ids = Collections.synchronizedList(new ArrayList<>());
    try (var functions = Executors.newFixedThreadPool(FUNCTIONS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int function = 0; function < FUNCTIONS; function++) {
        int part = count / FUNCTIONS + (function < count % FUNCTIONS ? 1 : 0);
        running.add(functions.submit(() -> notifyAtRandom(userId, part, ids)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    return ids.stream().sorted().toList();
  }

  private void notifyAtRandom(long userId, int count, List<Long> ids) {
    Random random = new Random();
    IntStream.range(0, count)
        .forEach(i -> {
          pause(random.nextInt(LONGEST_PAUSE_MS));
          NotificationType[] types = NotificationType.values();
          // The last type is never stored.
          NotificationType type = types[random.nextInt(types.length - 1)];
          String eventId = UUID.randomUUID().toString();
          Occasion occasion =
              new Occasion(
                  eventId, Clock.systemUTC().instant(), type, new About("산책", Author.NOBODY));
          Optional<Notification> added = notifications.add(userId, occasion);
          ids.add(added.orElseThrow().id());
        });
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while notifying", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
