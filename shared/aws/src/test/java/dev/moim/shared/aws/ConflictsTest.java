package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.moim.shared.kernel.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The functions' client repeats what met a transaction, against a server that says so. */
class ConflictsTest {

  private static final Pattern TOKEN = Pattern.compile("\"ClientRequestToken\":\"([^\"]+)\"");
  private static final Map<String, AttributeValue> ITEM = Map.of("id", AttributeValue.fromS("x"));

  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private DynamoDbClient dynamo;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          String refusal = refusals.poll();
          byte[] body = (refusal == null ? "{}" : refusal).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(refusal == null ? 200 : 400, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    Settings settings =
        new Settings(
            Map.of(
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                "http://127.0.0.1:" + server.getAddress().getPort()));
    dynamo = new AwsClients(settings).dynamoDb();
  }

  @AfterEach
  void stop() {
    dynamo.close();
    server.stop(0);
  }

  @Test
  void aPlainWriteIsRepeated() {
    refusals.addAll(List.of(refusal("TransactionConflict"), refusal("TransactionConflict")));
    dynamo.putItem(r -> r.tableName("t").item(ITEM));
    assertThat(requests).hasSize(3);
  }

  @Test
  void aTransactionIsRepeatedUnderTheSameToken() {
    refusals.addAll(
        List.of(cancelled("None", "TransactionConflict"), cancelled("TransactionConflict")));
    transact();
    assertThat(requests)
        .hasSize(3)
        .allSatisfy(request -> assertThat(request).contains("ClientRequestToken"));
    assertThat(requests.stream().map(ConflictsTest::token).distinct()).hasSize(1);
  }

  @Test
  void aConditionThatFailedIsNotTriedAgain() {
    refusals.add(cancelled("ConditionalCheckFailed", "TransactionConflict"));
    assertThatThrownBy(this::transact).isInstanceOf(TransactionCanceledException.class);
    assertThat(requests).hasSize(1);
  }

  private void transact() {
    var put = Put.builder().tableName("t").item(ITEM).build();
    dynamo.transactWriteItems(r -> r.transactItems(TransactWriteItem.builder().put(put).build()));
  }

  private static String token(String request) {
    return TOKEN.matcher(request).results().findFirst().orElseThrow().group(1);
  }

  private static String refusal(String name) {
    return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%sException\"}".formatted(name);
  }

  private static String cancelled(String... codes) {
    String reasons = String.join("\"},{\"Code\":\"", codes);
    return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
        + "\"CancellationReasons\":[{\"Code\":\""
        + reasons
        + "\"}]}";
  }
}
