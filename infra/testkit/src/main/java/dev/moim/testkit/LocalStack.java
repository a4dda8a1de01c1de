package dev.moim.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * LocalStack, for a second opinion on what talks to AWS: the one whose address the environment
 * variable {@code MOIM_LOCALSTACK} has, such as {@code http://127.0.0.1:4566}; without it a
 * container, where a Docker engine runs. The container ends with the test JVM.
 */
public final class LocalStack {

  /** Pinned to 4.x: a community image that asks for no account. */
  private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.7.0");

  private static final String ADDRESS = "MOIM_LOCALSTACK";

  private LocalStack() {}

  /** Where it answers; the calling test is skipped where there is none. */
  public static URI orSkip() {
    Assumptions.assumeTrue(Found.ENDPOINT.isPresent(), Found.WHY_NOT);
    return Found.ENDPOINT.orElseThrow();
  }

  /**
   * Where it answers.
   *
   * @throws IllegalStateException if there is none
   */
  static URI endpoint() {
    return Found.ENDPOINT.orElseThrow(() -> new IllegalStateException(Found.WHY_NOT));
  }

  /**
   * A client of one of its services, which waits for as long as LocalStack takes to load what it
   * needs for the first request; whoever asked for it closes it. The calling test is skipped where
   * there is no LocalStack.
   */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder) {
    return configure(builder, orSkip()).build();
  }

  static DynamoDbClient dynamoDb(ClientOverrideConfiguration configuration) {
    return configure(DynamoDbClient.builder(), endpoint())
        .overrideConfiguration(configuration)
        .build();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
      B builder, URI endpoint) {
    builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    return builder.httpClient(
        UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)).build());
  }

  /** Looked for once, by the first who asks. */
  private static final class Found {

    static final String WHY_NOT =
        "SKIPPED: what needs LocalStack; neither does "
            + ADDRESS
            + " have its address nor can Docker run "
            + IMAGE.asCanonicalNameString();

    static final Optional<URI> ENDPOINT = find();

    private static Optional<URI> find() {
      String given = System.getenv(ADDRESS);
      Optional<URI> found =
          given == null || given.isBlank()
              ? container()
              : Optional.of(URI.create(given.strip().replaceAll("/$", "")));
      if (found.isEmpty()) {
        System.out.println(WHY_NOT);
      }
      return found;
    }

    @SuppressWarnings("resource") // Testcontainers' reaper removes it, also after a crash
    private static Optional<URI> container() {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return Optional.empty();
      }
      LocalStackContainer container =
          new LocalStackContainer(IMAGE).withServices("dynamodb", "sqs", "secretsmanager", "s3");
      try {
        container.start();
        return Optional.of(container.getEndpoint());
      } catch (ContainerLaunchException unavailable) {
        System.out.println(unavailable.getMessage());
        return Optional.empty();
      }
    }
  }
}
