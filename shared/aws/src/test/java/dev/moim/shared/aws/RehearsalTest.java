package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets.Posted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** While something is rehearsed, nothing of it gets out, and nothing stays. */
class RehearsalTest {

  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("a"));

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer aws;

  @BeforeEach
  void listen() throws IOException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().getPath());
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes());
          exchange.close();
        });
    aws.start();
  }

  @AfterEach
  void end() {
    aws.stop(0);
  }

  private Settings settings() {
    return new Settings(
        Map.of(
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local",
            "TOKEN_SECRET", "what nobody may learn",
            "LIVEKIT_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:0:secret:livekit",
            "AWS_ENDPOINT_URL", address().toString()));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + aws.getAddress().getPort());
  }

  @Test
  void nothingIsFoundConditionsFailAndNoRequestIsSent() {
    AwsClients clients = new AwsClients(settings());
    var dynamo = clients.dynamoDb();
    var sqs = clients.sqs();
    var sockets = clients.sockets(address().resolve("/stage"));

    Rehearsal.run(() -> {
      assertThat(dynamo.getItem(r -> r.tableName("t").key(KEY)).hasItem()).isFalse();
      assertThat(dynamo.query(r -> r.tableName("t").keyConditionExpression("a")).items()).isEmpty();
      dynamo.putItem(r -> r.tableName("t").item(KEY)); // taken, by nobody
      assertThatThrownBy(
              () -> dynamo.putItem(r -> r.tableName("t").item(KEY).conditionExpression("a")))
          .isInstanceOf(ConditionalCheckFailedException.class);
      assertThatThrownBy(
              () -> dynamo.updateItem(r -> r.tableName("t").key(KEY).conditionExpression("a")))
          .isInstanceOf(ConditionalCheckFailedException.class);
      assertThatThrownBy(
              () -> dynamo.deleteItem(r -> r.tableName("t").key(KEY).conditionExpression("a")))
          .isInstanceOf(ConditionalCheckFailedException.class);
      assertThatThrownBy(() -> dynamo.transactWriteItems(r -> r.transactItems(List.of(put("t")))))
          .isInstanceOf(TransactionCanceledException.class);
      assertThatThrownBy(() -> sqs.sendMessage(r -> r.queueUrl("-").messageBody("m")))
          .isInstanceOf(QueueDoesNotExistException.class);
      sqs.sendMessage(r -> r.queueUrl("http://q").messageBody("taken, by nobody"));
      assertThat(sockets.post("c", "hello")).isEqualTo(Posted.GONE);
      assertThat(sockets.isOpen("c")).isFalse();
    });
    assertThat(requests).isEmpty();

    assertThat(dynamo.getItem(r -> r.tableName("t").key(KEY)).hasItem()).isFalse();
    assertThat(sockets.post("c", "hello")).isEqualTo(Posted.DELIVERED);
    assertThat(requests).containsExactly("/", "/stage/@connections/c");
  }

  @Test
  void noSecretIsReadOrKept() {
    var clients = new AwsClients(settings());
    var secrets = new AwsSecrets(settings(), clients::secrets, Clock.systemUTC());
    Supplier<String> token = secrets.require("TOKEN_SECRET", text -> text);
    Supplier<String> livekit =
        secrets.require(
            "LIVEKIT_SECRET",
            text -> {
              throw new MalformedException("it is no JSON");
            });
    List<String> seen = new ArrayList<>();

    Rehearsal.run(() -> {
      seen.add(token.get());
      seen.add(token.get());
      assertThatThrownBy(livekit::get).isInstanceOf(DomainException.class);
    });

    assertThat(seen).doesNotContain("what nobody may learn").doesNotHaveDuplicates();
    assertThat(requests).isEmpty();
    assertThat(token.get()).isEqualTo("what nobody may learn");
  }

  @Test
  void itIsOverWhenItFails() {
    assertThatThrownBy(() ->
            Rehearsal.run(() -> {
              throw new IllegalStateException("defect");
            }))
        .hasMessage("defect");
    assertThat(Rehearsal.isOn()).isFalse();
  }

  private static TransactWriteItem put(String table) {
    return TransactWriteItem.builder()
        .put(it -> it.tableName(table).item(KEY).conditionExpression("a"))
        .build();
  }
}
