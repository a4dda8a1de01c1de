package dev.moim.checks.rights;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.checks.Deployed;
import dev.moim.checks.Family;
import dev.moim.checks.Repository;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.testkit.DynamoDbExtension;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As {@link CallsRightsTest}, for webhooks: a tenant's, whose server cannot be reached. */
class WebhooksRightsTest implements RightsContract {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("LicensesTable", "RoomsTable", "WebhooksTable");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "the secret that signs tokens of licenses";

  private static Verdict verdict;
  private static Functions functions;
  private static GuardedAws cloud;
  private static String token;
  private static String license;
  private static final Map<String, String> IDS = new HashMap<>();

  @BeforeAll
  static void play() throws IOException {
    Clock clock = Clock.systemUTC();
    Deployed template = Deployed.of("functions/webhooks/template.yaml");
    NewLicense tenant = NewLicense.issue("trial", 10, clock);
    new DynamoLicenses(DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock)
        .create(tenant.license());
    RoomKey key = tenant.license().room("lobby");
    open(key);
    license = key.licenseId();
    IDS.put("foziz2mdywm", tenant.license().id());
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    try (GuardedAws aws = new GuardedAws(dynamoDb, Right.byFunction(template))) {
      cloud = aws;
      Map<String, String> environment = new HashMap<>(aws.environment());
      for (String table : List.of("LICENSES_TABLE", "ROOMS_TABLE", "WEBHOOKS_TABLE")) {
        String id =
            table.charAt(0)
                + table.substring(1, table.indexOf('_')).toLowerCase(Locale.ROOT)
                + "Table";
        environment.put(table, DYNAMO.table(id));
      }
      functions = new Functions(Family.named("webhooks"), aws, environment);
      verdict = new Verdict(template, aws, functions.emitted());
      functions.deployedWith(Map.of("TOKEN_SECRET_ARN", "TokenSecretArn"));
      aws.keepSecret("TokenSecretArn", SECRET);
      functions.all().forEach(it -> functions.invoke(it, golden("warm")));
      token = new LicenseTokens(() -> SECRET, clock).issue(tenant.license(), Duration.ofHours(1));
      playAll();
    }
  }

  private static void open(RoomKey key) {
    Clock clock = Clock.systemUTC();
    new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock)
        .create(Room.opened(key, clock.millis()).build());
  }

  private static void playAll() throws IOException {
    JsonNode made = ask("createWebhook");
    IDS.put("wh_4k2p1a2b3c4d", made.at("/data/id").asText());
    ask("createWebhook");
    open(new RoomKey(license, "made meanwhile"));
    ask("listWebhooks");
    ask("changeWebhook");
    ask("rotateSecret");
    fire("RetryFunction", "retry");
    functions.invoke("TellFunction", golden("tell"));
    fire("DeliverFunction", "deliver");
    fire("RetryFunction", "retry");
    functions.invoke("DeliverFunction", golden("deliver"));
    ask("listDeliveries");
    ask("redeliver");
    IDS.put("msg_0mi8n4k2p1a2b3c4d5e6f7g8h", ask("testWebhook").at("/data/id").asText());
    fire("RetryFunction", "retry");
    ask("deleteWebhook");
  }

  /** All messages that were sent, to whom they are for. */
  private static void fire(String function, String event) throws IOException {
    for (String body : cloud.takeSent()) {
      ObjectNode message = (ObjectNode) JSON.readTree(golden(event));
      ((ObjectNode) message.at("/Records/0")).put("body", body);
      functions.invoke(function, message.toString());
    }
  }

  private static JsonNode ask(String event) throws IOException {
    ObjectNode request = (ObjectNode) JSON.readTree(golden(event));
    ((ObjectNode) request.path("headers")).put("s-connector-jwt", token);
    Object output = functions.invokeRoute(request.path("routeKey").asText(), request.toString());
    String body = ((APIGatewayV2HTTPResponse) output).getBody();
    return body == null ? JSON.createObjectNode() : JSON.readTree(body);
  }

  private static String golden(String event) {
    String text = Repository.text("events/webhooks/" + event + ".json");
    for (var id : IDS.entrySet()) {
      text = text.replace(id.getKey(), id.getValue());
    }
    return text;
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }
}
