package dev.moim.local;

import dev.moim.shared.aws.Conflicts;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.dynamodb.DynamoRoomDirectory;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** The licenses of the running local runtime, or of a deployed stack, and their rooms. */
record LicenseTable(
    DynamoDbClient dynamo,
    Licenses licenses,
    LicenseControl control,
    Rooms rooms,
    RoomDirectory directory) {

  /** In {@code .moim/}: where the running runtime's database listens. */
  static final String DATABASE = "dynamodb.url";

  /** And where its queues are. */
  static final String QUEUES = "sqs.url";

  private static final StaticCredentialsProvider LOCAL =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  /**
   * @throws IllegalStateException if it is to be the local one and that never ran
   */
  static LicenseTable of(Path project, LicenseWords words) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(it -> it.retryStrategy(Conflicts::retried));
    if (words.option("--stack").isPresent()) {
      words.option("--region").map(Region::of).ifPresent(builder::region);
      profile(words).ifPresent(builder::credentialsProvider);
      String stack = words.option("--stack").get();
      return of(builder.build(), stack + "-Licenses", stack + "-Rooms");
    }
    builder.endpointOverride(noted(project, DATABASE)).region(Region.US_EAST_1);
    return of(builder.credentialsProvider(LOCAL).build(), "LicensesTable", "RoomsTable");
  }

  private static LicenseTable of(DynamoDbClient dynamo, String table, String rooms) {
    return new LicenseTable(
        dynamo,
        new DynamoLicenses(dynamo, table, RateLimits.DEFAULTS, Clock.systemUTC()),
        new DynamoLicenseControl(dynamo, table),
        new DynamoRooms(dynamo, rooms, Clock.systemUTC()),
        new DynamoRoomDirectory(dynamo, rooms));
  }

  /** What the family of webhooks needs, of the same deployment. */
  Deployment deployment(Path project, LicenseWords words) {
    SqsClientBuilder builder = SqsClient.builder().httpClient(UrlConnectionHttpClient.create());
    Optional<String> stack = words.option("--stack");
    Map<String, String> settings = new HashMap<>();
    settings.put("LICENSES_TABLE", stack.map(name -> name + "-Licenses").orElse("LicensesTable"));
    settings.put("ROOMS_TABLE", stack.map(name -> name + "-Rooms").orElse("RoomsTable"));
    settings.put("WEBHOOKS_TABLE", stack.map(name -> name + "-Webhooks").orElse("WebhooksTable"));
    String queue;
    if (stack.isPresent()) {
      words.option("--region").map(Region::of).ifPresent(builder::region);
      profile(words).ifPresent(builder::credentialsProvider);
      String name = stack.get() + "-Webhooks-Retries";
      queue = builder.build().getQueueUrl(r -> r.queueName(name)).queueUrl();
    } else {
      URI queues = noted(project, QUEUES);
      builder.endpointOverride(queues).region(Region.US_EAST_1).credentialsProvider(LOCAL);
      queue = queues + "/" + dev.moim.template.Deployment.ACCOUNT + "/Webhooks-Retries";
      settings.put("LOOPBACK_WEBHOOKS", "true");
    }
    return Deployment.of(new Settings(settings))
        .with(dynamo)
        .with(new SqsTimers(builder.build(), queue));
  }

  private static Optional<DefaultCredentialsProvider> profile(LicenseWords words) {
    return words
        .option("--profile")
        .map(name -> DefaultCredentialsProvider.builder().profileName(name).build());
  }

  private static URI noted(Path project, String name) {
    try {
      return URI.create(Files.readString(project.resolve(".moim").resolve(name)));
    } catch (IOException neverStarted) {
      throw new IllegalStateException(
          "Start ./moim up first, or name a stack with --stack.", neverStarted);
    }
  }
}
