package dev.moim.bench.relay;

import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.testkit.runtime.ProcessCpu;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * serverless-offline with the least that relays on DynamoDB: one item read for where the other is,
 * and a post. No rights, no rooms, nothing that is kept for whoever is away.
 */
final class ServerlessOffline implements Server {

  private static final String TABLE = "Connections";
  private static final String KEY = "userId";

  private final Process process;
  private final DynamoDbLocal database;
  private final int port;

  private ServerlessOffline(Process process, DynamoDbLocal database, int port) {
    this.process = process;
    this.database = database;
    this.port = port;
  }

  static ServerlessOffline start(Path root, Consumer<String> progress) throws Exception {
    Path folder = NodePeer.fetched(root, "serverless-offline", progress).folder();
    DynamoDbLocal database = DynamoDbLocal.inMemory();
    try {
      createTable(database);
      int port = freePort();
      Process process = process(folder, database, port);
      awaitReady(process);
      return new ServerlessOffline(process, database, port);
    } catch (Exception failed) {
      database.close();
      throw failed;
    }
  }

  private static Process process(Path folder, DynamoDbLocal database, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("node", "node_modules/serverless/bin/serverless.js", "offline", "start")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.put("SOCKET_PORT", Integer.toString(port));
    variables.put("HTTP_PORT", Integer.toString(freePort()));
    variables.put("LAMBDA_PORT", Integer.toString(freePort()));
    variables.put("SLS_TELEMETRY_DISABLED", "1");
    variables.put("SLS_NOTIFICATIONS_MODE", "off");
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", database.endpoint().toString());
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_REGION", "us-east-1");
    return builder.start();
  }

  private static void createTable(DynamoDbLocal database) {
    try (DynamoDbClient client = database.client()) {
      client.createTable(table ->
          table
              .tableName(TABLE)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(
                  AttributeDefinition.builder()
                      .attributeName(KEY)
                      .attributeType(ScalarAttributeType.S)
                      .build())
              .keySchema(
                  KeySchemaElement.builder().attributeName(KEY).keyType(KeyType.HASH).build()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** What it prints later is read too, or it would stop when nobody does. */
  private static void awaitReady(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.contains("[http for websocket] listening")) {
      said.append(line).append('\n');
      line = output.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("serverless-offline did not start: " + said);
    }
    Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
  }

  @Override
  public Pair pair(int number) {
    String ben = "ben" + number;
    Client from = new Client(URI.create("ws://127.0.0.1:" + port + "?user=ann" + number));
    Client to = new Client(URI.create("ws://127.0.0.1:" + port + "?user=" + ben));
    return new Pair(from, to, text -> frame(ben, text));
  }

  private static String frame(String to, String text) {
    return "{\"action\":\"relay\",\"to\":\"%s\",\"sdp\":\"v=0 %s%s\"}"
        .formatted(to, "-".repeat(200), text);
  }

  @Override
  public Duration cpu() {
    Duration ofDatabase =
        ProcessHandle.current()
            .children()
            .filter(it -> it.pid() != process.pid())
            .map(it -> ProcessCpu.of(it.pid()))
            .reduce(Duration.ZERO, Duration::plus);
    return Server.family(process).stream()
        .map(it -> ProcessCpu.of(it.pid()))
        .reduce(ofDatabase, Duration::plus);
  }

  @Override
  public void close() {
    Server.family(process).forEach(ProcessHandle::destroy);
    process.onExit().join();
    database.close();
  }
}
