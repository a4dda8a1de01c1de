package dev.moim.checks.runtime;

import com.sun.net.httpserver.HttpServer;
import dev.moim.template.Deployment;
import dev.moim.template.Function;
import dev.moim.template.Queue;
import dev.moim.template.Table;
import dev.moim.template.Template;
import dev.moim.template.dynamodb.TableCreator;
import dev.moim.testkit.LocalStack;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What template.yaml deploys, beside its functions, at LocalStack: its tables, queues and secrets
 * under names of their own, and, since LocalStack has none for free, sockets that take every post.
 */
final class Cloud implements AutoCloseable {

  private static final String RUN = "-golden-" + ProcessHandle.current().pid();

  private final URI endpoint;
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final SecretsManagerClient secretsManager;
  private final HttpServer sockets;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> secretArns = new HashMap<>();

  /** Skips the calling test where there is no LocalStack. */
  Cloud() throws IOException {
    endpoint = LocalStack.orSkip();
    dynamo = LocalStack.client(DynamoDbClient.builder());
    sqs = LocalStack.client(SqsClient.builder());
    secretsManager = LocalStack.client(SecretsManagerClient.builder());
    sockets = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sockets.createContext(
        "/",
        exchange -> {
          byte[] open =
              "{\"connectedAt\":\"2026-11-21T09:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, open.length);
          exchange.getResponseBody().write(open);
          exchange.close();
        });
    sockets.start();
    Template template = RootTemplate.load();
    template.tables().forEach(this::make);
    template.queues().forEach(this::make);
  }

  private void make(Table table) {
    new TableCreator(dynamo).create(table, table.name() + RUN);
    names.put(table.name(), table.name() + RUN);
  }

  private void make(Queue queue) {
    String url = sqs.createQueue(r -> r.queueName(queue.name() + RUN)).queueUrl();
    names.put(nowhere(queue), url);
  }

  /** The URL that the template's functions have for a queue that is nowhere. */
  private static String nowhere(Queue queue) {
    return Deployment.nowhere().queueUrlBase() + "/" + queue.name();
  }

  /**
   * @param variable {@code X_SECRET_ARN}, with which functions find it
   */
  void keepSecret(String variable, String text) {
    String name = variable.replace('_', '-') + RUN;
    secretArns.put(
        variable, secretsManager.createSecret(r -> r.name(name).secretString(text)).arn());
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  /** The physical name of a table. */
  String table(String logicalId) {
    return names.getOrDefault(logicalId, logicalId);
  }

  /** The function's variables that say where all this is. */
  Map<String, String> environment(Function function) {
    Map<String, String> variables = new HashMap<>(function.environment());
    variables.replaceAll((variable, value) ->
        secretArns.containsKey(variable)
            ? secretArns.get(variable)
            : names.getOrDefault(value, value));
    variables.put("ENDPOINT_URL", endpoint.toString());
    if (variables.containsKey("SOCKET_ENDPOINT")) {
      variables.put(
          "SOCKET_ENDPOINT", "http://127.0.0.1:" + sockets.getAddress().getPort() + "/stage");
    }
    return variables;
  }

  @Override
  public void close() {
    RootTemplate.load()
        .tables()
        .forEach(it -> dynamo.deleteTable(r -> r.tableName(table(it.name()))));
    RootTemplate.load()
        .queues()
        .forEach(it -> sqs.deleteQueue(r -> r.queueUrl(names.get(nowhere(it)))));
    secretArns
        .values()
        .forEach(arn ->
            secretsManager.deleteSecret(r -> r.secretId(arn).forceDeleteWithoutRecovery(true)));
    sockets.stop(0);
    dynamo.close();
    sqs.close();
    secretsManager.close();
  }
}
