package dev.moim.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.license.License;
import dev.moim.license.Licenses;
import dev.moim.license.NewLicense;
import dev.moim.license.RateLimits;
import dev.moim.license.dynamodb.DynamoLicenses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * {@code ./moim license}: makes and shows licenses, of the local runtime or of a deployed stack.
 */
public final class LicenseCommand {

  /** In {@code .moim/}: where the running runtime's database listens. */
  static final String DATABASE = "dynamodb.url";

  private static final List<String> OPTIONS =
      List.of("--domain", "--room-limit", "--stack", "--region", "--profile");
  private static final int ROOM_LIMIT = 10;

  private LicenseCommand() {}

  /**
   * @param args the project's folder, then what the user typed
   */
  public static void main(String[] args) {
    try {
      System.out.println(run(Path.of(args[0]), List.of(args).subList(1, args.length)));
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (SdkException e) {
      System.err.println("The table of licenses does not answer: " + e.getMessage());
      System.err.println(
          "Locally, start ./moim up first; for a stack, check --stack and --region.");
      System.exit(1);
    }
  }

  /** What there is to show. */
  static String run(Path project, List<String> words) {
    Map<String, String> options = options(words);
    Licenses licenses = licenses(project, options);
    return switch (words.getFirst()) {
      case "create" -> create(licenses, options);
      case "list" -> list(licenses);
      case "show" -> show(licenses, words);
      default -> throw new IllegalArgumentException("./moim license does not know " + words);
    };
  }

  private static String create(Licenses licenses, Map<String, String> options) {
    String domain = options.get("--domain");
    if (domain == null || domain.isBlank()) {
      throw new IllegalArgumentException("create needs --domain NAME");
    }
    NewLicense issued = NewLicense.issue(domain, roomLimit(options), Clock.systemUTC());
    if (!licenses.create(issued.license())) {
      throw new IllegalStateException("A license of this id exists already; try again.");
    }
    return describe(issued.license())
        .put("authKey", issued.authKey())
        .put("secretKey", issued.secretKey())
        .toPrettyString();
  }

  private static int roomLimit(Map<String, String> options) {
    String limit = options.getOrDefault("--room-limit", Integer.toString(ROOM_LIMIT));
    if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) > License.MAX_ROOMS) {
      throw new IllegalArgumentException(
          "--room-limit must be a number up to " + License.MAX_ROOMS);
    }
    return Integer.parseInt(limit);
  }

  private static String list(Licenses licenses) {
    StringBuilder lines = new StringBuilder();
    List<String> page = licenses.idsAfter("");
    while (!page.isEmpty()) {
      page.stream()
          .flatMap(id -> licenses.find(id).stream())
          .forEach(license -> lines.append(describe(license)).append('\n'));
      page = licenses.idsAfter(page.getLast());
    }
    return lines.toString().stripTrailing();
  }

  private static String show(Licenses licenses, List<String> words) {
    if (words.size() < 2 || words.get(1).startsWith("--")) {
      throw new IllegalArgumentException("show needs the ID of a license");
    }
    return licenses
        .find(words.get(1))
        .map(license -> describe(license).toPrettyString())
        .orElseThrow(() -> new IllegalStateException("There is no license " + words.get(1) + "."));
  }

  /** Never a hash: whoever has it can try keys at home. */
  private static ObjectNode describe(License license) {
    return Json.object()
        .put("accessKey", license.id())
        .put("cpCode", license.cpCode())
        .put("domain", license.domain())
        .put("roomLimit", license.roomLimit())
        .put("enabled", license.enabled())
        .put("openRooms", license.rooms().size())
        .put("createdAt", Instant.ofEpochMilli(license.createdAt()).toString());
  }

  private static Licenses licenses(Path project, Map<String, String> options) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create());
    if (!options.containsKey("--stack")) {
      var local = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
      builder.endpointOverride(database(project)).region(Region.US_EAST_1);
      return licenses(builder.credentialsProvider(local).build(), "Licenses");
    }
    Optional.ofNullable(options.get("--region")).map(Region::of).ifPresent(builder::region);
    Optional.ofNullable(options.get("--profile"))
        .map(name -> DefaultCredentialsProvider.builder().profileName(name).build())
        .ifPresent(builder::credentialsProvider);
    return licenses(builder.build(), options.get("--stack") + "-Licenses");
  }

  private static Licenses licenses(DynamoDbClient dynamo, String table) {
    return new DynamoLicenses(dynamo, table, RateLimits.DEFAULTS, Clock.systemUTC());
  }

  private static URI database(Path project) {
    try {
      return URI.create(Files.readString(project.resolve(".moim").resolve(DATABASE)));
    } catch (IOException neverStarted) {
      throw new IllegalStateException(
          "Start ./moim up first, or name a stack with --stack.", neverStarted);
    }
  }

  private static Map<String, String> options(List<String> words) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("--")) {
        if (!OPTIONS.contains(word) || i + 1 == words.size()) {
          throw new IllegalArgumentException(
              word + " is not one of " + Arrays.toString(OPTIONS.toArray()) + " with a value");
        }
        options.put(word, words.get(++i));
      }
    }
    return options;
  }
}
