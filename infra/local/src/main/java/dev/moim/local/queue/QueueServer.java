package dev.moim.local.queue;

import dev.moim.local.Json;
import dev.moim.template.Deployment;
import dev.moim.template.Queue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * SQS on a free port of this JVM. Messages live in memory: what was waiting is lost with the
 * process, as a schedule that repairs lost timers must allow for.
 */
public final class QueueServer implements AutoCloseable {

  private final SQSRestServer server;
  private final URI endpoint;
  private final SqsClient client;

  private QueueServer(SQSRestServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
    this.client =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(Deployment.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** Starts on a port that {@link #endpointOnFreePort} chose. */
  public static QueueServer start(URI endpoint) {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface(endpoint.getHost())
            .withPort(endpoint.getPort())
            .withAWSRegion(Deployment.REGION)
            .withAWSAccountId(Deployment.ACCOUNT)
            .start();
    server.waitUntilStarted();
    return new QueueServer(server, endpoint);
  }

  /** Queue URLs are part of the template's values, so the port is chosen before it is read. */
  public static URI endpointOnFreePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  public SqsClient client() {
    return client;
  }

  public String url(String queue) {
    return endpoint + "/" + Deployment.ACCOUNT + "/" + queue;
  }

  /** Makes the queues; those that are dead-letter queues of others first. */
  public void create(List<Queue> queues) {
    List<Queue> ordered = new ArrayList<>(queues);
    ordered.sort((a, b) -> Boolean.compare(a.redrive().isPresent(), b.redrive().isPresent()));
    for (Queue queue : ordered) {
      client.createQueue(it -> it.queueName(queue.name()).attributes(attributes(queue)));
    }
  }

  @Override
  public void close() {
    client.close();
    // Its end would wait for the receives that are still waiting for a message, 20 s at most.
    var _ = server.stopAndGetFuture();
  }

  private static Map<QueueAttributeName, String> attributes(Queue queue) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(QueueAttributeName.DELAY_SECONDS, "" + queue.delay().toSeconds());
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, "" + queue.visibilityTimeout().toSeconds());
    queue
        .redrive()
        .ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, policy(redrive)));
    return attributes;
  }

  private static String policy(Queue.Redrive redrive) {
    String arn =
        "arn:aws:sqs:%s:%s:%s"
            .formatted(Deployment.REGION, Deployment.ACCOUNT, redrive.deadLetterQueue());
    return Json.text(
        Json.object()
            .put("deadLetterTargetArn", arn)
            .put("maxReceiveCount", redrive.maxReceives()));
  }
}
