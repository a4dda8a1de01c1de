package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.kernel.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB is asked over connections that are there, as many as were ever needed together. */
class KeptConnectionsTest {

  private static final int TOGETHER = 8;

  /** The client's port of each request. */
  private final List<Integer> ports = new CopyOnWriteArrayList<>();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private HttpServer aws;
  private DynamoDbClient dynamo;

  @BeforeEach
  void listen() throws IOException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.setExecutor(threads);
    aws.createContext("/", this::answer);
    aws.start();
    Settings settings =
        new Settings(
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.getAddress().getPort()));
    dynamo = new AwsClients(settings).dynamoDb();
  }

  /** Each waits until as many are under way as there shall be. */
  private void answer(HttpExchange exchange) throws IOException {
    ports.add(exchange.getRemoteAddress().getPort());
    exchange.getRequestBody().readAllBytes();
    held.countDown();
    try {
      held.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(200, 2);
    exchange.getResponseBody().write("{}".getBytes());
    exchange.close();
  }

  @AfterEach
  void end() {
    aws.stop(0);
    threads.close();
  }

  @Test
  void oneAfterTheOtherTheyTakeTheSame() {
    for (int i = 0; i < 5; i++) {
      ask();
    }
    assertThat(ports).hasSize(5).containsOnly(ports.getFirst());
  }

  @Test
  void asManyAsWereUnderWayTogetherAreKept() throws Exception {
    allTogether();
    Set<Integer> first = new HashSet<>(ports);
    allTogether();

    assertThat(first).hasSize(TOGETHER);
    assertThat(ports).hasSize(2 * TOGETHER);
    assertThat(new HashSet<>(ports)).isEqualTo(first);
  }

  @Test
  void aSnapshotHoldsNone() {
    ask(); // what is read for real before a snapshot
    Rehearsal.run(() -> {});
    ask();

    assertThat(new HashSet<>(ports)).hasSize(2);
  }

  private void allTogether() throws Exception {
    held = new CountDownLatch(TOGETHER);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < TOGETHER; i++) {
      all.add(threads.submit(this::ask));
    }
    for (Future<?> one : all) {
      one.get();
    }
  }

  private void ask() {
    dynamo.getItem(r -> r.tableName("t").key(Map.of("id", AttributeValue.fromS("a"))));
  }
}
