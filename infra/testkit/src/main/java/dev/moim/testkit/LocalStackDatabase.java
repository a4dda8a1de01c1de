package dev.moim.testkit;

import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB in a LocalStack container, for a second opinion on the stores where a Docker engine runs
 * (profile {@code localstack}). The container ends with the test JVM.
 */
final class LocalStackDatabase {

  /** Pinned to 4.x: a community image that asks for no account. */
  private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.7.0");

  private final LocalStackContainer container;

  private LocalStackDatabase(LocalStackContainer container) {
    this.container = container;
  }

  @SuppressWarnings("resource") // Testcontainers' reaper removes it, also after a crash
  static LocalStackDatabase start() {
    LocalStackContainer container = new LocalStackContainer(IMAGE).withServices("dynamodb");
    container.start();
    return new LocalStackDatabase(container);
  }

  DynamoDbClient client(ClientOverrideConfiguration configuration) {
    return DynamoDbClient.builder()
        .endpointOverride(container.getEndpoint())
        .region(Region.of(container.getRegion()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(configuration)
        .build();
  }
}
