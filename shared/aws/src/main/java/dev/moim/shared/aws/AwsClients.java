package dev.moim.shared.aws;

import dev.moim.shared.aws.apigateway.GatewaySockets;
import dev.moim.shared.aws.dynamodb.ItemsRehearsal;
import dev.moim.shared.aws.http.AwsService;
import dev.moim.shared.aws.http.GoneGateway;
import dev.moim.shared.aws.http.Lines;
import dev.moim.shared.aws.http.PooledHttpClient;
import dev.moim.shared.aws.http.RehearsedHttpClient;
import dev.moim.shared.aws.http.SignedHttp;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.Pause;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * Builds the AWS clients a function uses, from its own settings: region, credentials and the
 * standard overrides {@code AWS_ENDPOINT_URL} and {@code AWS_ENDPOINT_URL_…}. The SDK would read
 * those from the process environment, which functions that share a JVM do not have to themselves.
 * {@code ENDPOINT_URL} means the same and may be empty, as a template's parameter can be: the SDK
 * takes an empty standard one for an address.
 */
public final class AwsClients {

  /** Ten of them, a batch of timers, fit into the time of a function. */
  private static final Duration POST_LIMIT = Duration.ofMillis(2_500);

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

  /** A picture of some hundred kilobytes, or a mail, is there in less. */
  private static final Duration SIGNED_LIMIT = Duration.ofSeconds(5);

  /** More would not be faster: each costs the function a handshake of some milliseconds. */
  public static final int POSTS_IN_FLIGHT = 64;

  /** One for all functions of a process. */
  private static final Lazy<Lines> POSTS = new Lazy<>(Lines::trusted);

  private final Settings settings;

  public AwsClients(Settings settings) {
    this.settings = settings;
  }

  public DynamoDbClient dynamoDb() {
    RehearsedHttpClient http = http(ANSWER_LIMIT);
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClient(http)
            .endpointDiscoveryEnabled(false)
            .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
            .overrideConfiguration(it -> it.retryStrategy(Conflicts::retried));
    if (StaticEndpoints.know(region())) {
      builder.endpointProvider(at -> StaticEndpoints.of("dynamodb", at.region(), at.endpoint()));
    }
    DynamoDbClient client = configure(builder, "DYNAMODB").build();
    http.rehearses(() -> ItemsRehearsal.run(client));
    return client;
  }

  public SqsClient sqs() {
    RehearsedHttpClient http = http(ANSWER_LIMIT);
    SqsClientBuilder builder = SqsClient.builder().httpClient(http);
    if (StaticEndpoints.know(region())) {
      builder.endpointProvider(at -> StaticEndpoints.of("sqs", at.region(), at.endpoint()));
    }
    SqsClient client = configure(builder, "SQS").build();
    http.rehearses(() -> SqsTimers.rehearse(client));
    return client;
  }

  public SecretsManagerClient secrets() {
    SecretsManagerClientBuilder builder =
        SecretsManagerClient.builder().httpClient(http(ANSWER_LIMIT));
    if (StaticEndpoints.know(region())) {
      builder.endpointProvider(
          at -> StaticEndpoints.of("secretsmanager", at.region(), at.endpoint()));
    }
    return configure(builder, "SECRETS_MANAGER").build();
  }

  /**
   * @param stageUrl the socket API's management URL, {@code https://…/stage}
   */
  public GatewaySockets sockets(URI stageUrl) {
    RehearsedHttpClient http =
        new RehearsedHttpClient(new PooledHttpClient(POSTS.get(), POSTS_IN_FLIGHT, POST_LIMIT));
    http.rehearses(this::rehearsePosts);
    return sockets(stageUrl, http);
  }

  /**
   * @param http sends the requests
   */
  public GatewaySockets sockets(URI stageUrl, SdkHttpClient http) {
    var service = new AwsService(GatewaySockets.SIGNING_NAME, region(), Optional.of(stageUrl));
    return new GatewaySockets(new SignedHttp(service, credentials(), http, Pause::sleep), stageUrl);
  }

  /** Over connections of their own, which end: one in a snapshot would be long dead. */
  private void rehearsePosts() {
    try (var gateway = new GoneGateway();
        Lines own = Lines.trusted()) {
      Sockets sockets = sockets(gateway.stage(), new PooledHttpClient(own, 1, POST_LIMIT));
      sockets.post("-", "-");
      sockets.post("-", "-");
    }
  }

  /**
   * Requests to a service without its client of the SDK.
   *
   * @param signingName {@code ses}, for instance
   * @param name of the service in the standard override, {@code SESV2}
   */
  public SignedHttp signed(String signingName, String name) {
    var service = new AwsService(signingName, region(), endpoint(name));
    return new SignedHttp(service, credentials(), http(SIGNED_LIMIT), Pause::sleep);
  }

  private <B extends AwsClientBuilder<B, C>, C> B configure(B builder, String service) {
    common(builder);
    endpoint(service).ifPresent(builder::endpointOverride);
    return builder;
  }

  private Optional<URI> endpoint(String service) {
    return settings
        .find("AWS_ENDPOINT_URL_" + service)
        .or(() -> settings.find("AWS_ENDPOINT_URL"))
        .or(() -> settings.find("ENDPOINT_URL"))
        .map(URI::create);
  }

  private <B extends AwsClientBuilder<B, C>, C> B common(B builder) {
    return builder
        .region(Region.of(region()))
        .defaultsMode(DefaultsMode.LEGACY)
        .credentialsProvider(credentials());
  }

  private String region() {
    return settings.require("AWS_REGION");
  }

  /**
   * Fixed keys without a session token exist only locally. Lambda's are temporary: those in the
   * environment live as long as the process, those of a restored snapshot are asked for.
   */
  private AwsCredentialsProvider credentials() {
    var keyId = settings.find("AWS_ACCESS_KEY_ID");
    if (settings.find("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      return ContainerCredentialsProvider.create();
    }
    if (keyId.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    if (settings.find("AWS_SESSION_TOKEN").isPresent()) {
      return settings
              .find("AWS_LAMBDA_INITIALIZATION_TYPE")
              .filter("snap-start"::equals)
              .isPresent()
          ? DefaultCredentialsProvider.builder().build()
          : EnvironmentVariableCredentialsProvider.create();
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(keyId.get(), settings.require("AWS_SECRET_ACCESS_KEY")));
  }

  private static RehearsedHttpClient http(Duration limit) {
    return new RehearsedHttpClient(
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(1))
            .socketTimeout(limit)
            .build());
  }
}
