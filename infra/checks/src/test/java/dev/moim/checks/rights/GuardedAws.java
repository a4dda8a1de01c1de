package dev.moim.checks.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The services a function calls, behind the policies of its role: DynamoDB by a real one, a queue
 * that keeps what it is sent, sockets that are open until told otherwise, and secrets.
 */
final class GuardedAws implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    // Otherwise every answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final URI dynamoDb;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Set<Right>> allowed;
  private final Map<String, Set<Right>> used = new ConcurrentHashMap<>();
  private final Set<String> denied = new ConcurrentSkipListSet<>();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final GuardedBucket bucket = new GuardedBucket();
  private final Queue<JsonNode> mails = new ConcurrentLinkedQueue<>();
  private final Set<String> posted = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Set<String> closed = ConcurrentHashMap.newKeySet();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final AtomicInteger connectionRequests = new AtomicInteger();
  private volatile String function = "";

  GuardedAws(URI dynamoDb, Map<String, Set<Right>> allowed) throws IOException {
    this.dynamoDb = dynamoDb;
    this.allowed = allowed;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::service);
    server.createContext("/v2/email/outbound-emails", this::mail);
    server.createContext("/PicturesBucket", this::pictures);
    server.createContext("/calls/@connections/", this::connection);
    server.createContext("/study/@connections/", this::connection);
    server.createContext("/ws/@connections/", this::connection);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What tells a function's clients where these services are. */
  Map<String, String> environment() {
    String here = uri().toString();
    return Map.of(
        "AWS_ENDPOINT_URL_S3",
        here,
        "AWS_ENDPOINT_URL_SESV2",
        here,
        "AWS_ENDPOINT_URL_DYNAMODB",
        here,
        "AWS_ENDPOINT_URL_SQS",
        here,
        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
        here,
        "AWS_REGION",
        "us-east-1",
        "AWS_ACCESS_KEY_ID",
        "local",
        "AWS_SECRET_ACCESS_KEY",
        "local");
  }

  /**
   * @param name the template's parameter for its ARN, which stands for the ARN here
   */
  void keepSecret(String name, String value) {
    secrets.put(name, value);
  }

  /** From now on requests are this function's. */
  void actAs(String logicalId) {
    function = logicalId;
  }

  void close(String connectionId) {
    closed.add(connectionId);
  }

  /** Messages sent to queues since the last call. */
  List<String> takeSent() {
    List<String> taken = new ArrayList<>();
    for (String body = sent.poll(); body != null; body = sent.poll()) {
      taken.add(body);
    }
    return taken;
  }

  /** What was posted to sockets, open or not, in the order in which it came first. */
  Set<String> posted() {
    synchronized (posted) {
      return new LinkedHashSet<>(posted);
    }
  }

  /** How many requests about sockets there have been. */
  int connectionRequests() {
    return connectionRequests.get();
  }

  /** What functions tried and their roles do not allow. */
  Set<String> denied() {
    return denied;
  }

  Set<Right> used(String logicalId) {
    return used.getOrDefault(logicalId, Set.of());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void service(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String[] target = exchange.getRequestHeaders().getFirst("X-Amz-Target").split("\\.");
    JsonNode request = JSON.readTree(body);
    if (target[0].equals("AmazonSQS")) {
      // The last of it is the logical id, behind that of a nested stack.
      String queue = request.path("QueueUrl").asText().replaceFirst(".*[/-]", "");
      Right right = new Right("sqs:" + target[1], queue);
      permit(exchange, right, () -> queue(exchange, request));
    } else if (target[0].equals("secretsmanager")) {
      String name = request.path("SecretId").asText();
      permit(
          exchange,
          new Right("secretsmanager:" + target[1], name),
          () ->
              answer(
                  exchange,
                  200,
                  JSON.writeValueAsString(Map.of("SecretString", secrets.get(name)))));
    } else {
      for (Right right : rights(target[1], request)) {
        if (!isAllowed(right)) {
          answer(exchange, 400, "{\"__type\":\"AccessDeniedException\"}");
          return;
        }
      }
      forward(exchange, body);
    }
  }

  /** Mail that was sent. */
  Queue<JsonNode> mails() {
    return mails;
  }

  private void mail(HttpExchange exchange) throws IOException {
    JsonNode mail = JSON.readTree(exchange.getRequestBody().readAllBytes());
    permit(
        exchange,
        new Right("ses:SendEmail", "MailIdentityArn"),
        () -> {
          mails.add(mail);
          answer(exchange, 200, "{\"MessageId\":\"1\"}");
        });
  }

  private void pictures(HttpExchange exchange) throws IOException {
    permit(exchange, bucket.right(exchange), () -> bucket.serve(exchange));
  }

  private void connection(HttpExchange exchange) throws IOException {
    connectionRequests.incrementAndGet();
    String path = exchange.getRequestURI().getRawPath();
    String id =
        URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Right right =
        new Right("execute-api:ManageConnections", exchange.getRequestMethod() + " @connections");
    permit(
        exchange,
        right,
        () -> {
          if (closed.contains(id)) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", "GoneException");
          }
          answer(exchange, closed.contains(id) ? 410 : 200, "{}");
        });
  }

  private interface Service {
    void serve() throws IOException;
  }

  private void permit(HttpExchange exchange, Right right, Service service) throws IOException {
    if (isAllowed(right)) {
      service.serve();
    } else {
      answer(exchange, 403, "{\"__type\":\"AccessDeniedException\"}");
    }
  }

  private boolean isAllowed(Right right) {
    String caller = function;
    used.computeIfAbsent(caller, id -> new ConcurrentSkipListSet<>()).add(right);
    boolean allows = allowed.getOrDefault(caller, Set.of()).contains(right);
    if (!allows) {
      denied.add(caller + ": " + right);
    }
    return allows;
  }

  /** A transaction needs the right to each of its parts and none of its own. */
  private static List<Right> rights(String operation, JsonNode request) {
    List<Right> rights = new ArrayList<>();
    for (JsonNode item : request.path("TransactItems")) {
      for (Map.Entry<String, JsonNode> part : item.properties()) {
        rights.addAll(rights(part.getKey() + "Item", part.getValue()));
      }
    }
    tables(request).forEach(table -> rights.add(new Right("dynamodb:" + operation, table)));
    return rights;
  }

  /** Tables of tests are called {@code RoomsTable-4711-1}. */
  private static List<String> tables(JsonNode request) {
    List<String> names = new ArrayList<>();
    request.path("RequestItems").fieldNames().forEachRemaining(names::add);
    if (request.has("TableName")) {
      String index = request.path("IndexName").asText("");
      names.add(request.path("TableName").asText() + (index.isEmpty() ? "" : "/index/" + index));
    }
    return names.stream().map(name -> name.replaceFirst("(-\\d+)+", "")).toList();
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(dynamoDb).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (String header : List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")) {
      request.header(header, exchange.getRequestHeaders().getFirst(header));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answer(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void queue(HttpExchange exchange, JsonNode request) throws IOException {
    String message = request.path("MessageBody").asText();
    sent.add(message);
    answer(
        exchange, 200, "{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"%s\"}".formatted(md5(message)));
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
