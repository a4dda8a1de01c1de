package dev.moim.local;

import dev.moim.shared.aws.Conflicts;
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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The licenses of the running local runtime, or of a deployed stack, and their rooms. */
record LicenseTable(
    Licenses licenses, LicenseControl control, Rooms rooms, RoomDirectory directory) {

  /** In {@code .moim/}: where the running runtime's database listens. */
  static final String DATABASE = "dynamodb.url";

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
      words
          .option("--profile")
          .map(name -> DefaultCredentialsProvider.builder().profileName(name).build())
          .ifPresent(builder::credentialsProvider);
      String stack = words.option("--stack").get();
      return of(builder.build(), stack + "-Licenses", stack + "-Rooms");
    }
    var local = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    builder.endpointOverride(database(project)).region(Region.US_EAST_1);
    return of(builder.credentialsProvider(local).build(), "LicensesTable", "RoomsTable");
  }

  private static LicenseTable of(DynamoDbClient dynamo, String table, String rooms) {
    return new LicenseTable(
        new DynamoLicenses(dynamo, table, RateLimits.DEFAULTS, Clock.systemUTC()),
        new DynamoLicenseControl(dynamo, table),
        new DynamoRooms(dynamo, rooms, Clock.systemUTC()),
        new DynamoRoomDirectory(dynamo, rooms));
  }

  private static URI database(Path project) {
    try {
      return URI.create(Files.readString(project.resolve(".moim").resolve(DATABASE)));
    } catch (IOException neverStarted) {
      throw new IllegalStateException(
          "Start ./moim up first, or name a stack with --stack.", neverStarted);
    }
  }
}
