package dev.moim.checks.rights;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.checks.Deployed;
import dev.moim.checks.Family;
import dev.moim.checks.Repository;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.testkit.DynamoDbExtension;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As {@link CallsRightsTest}, for the licenses family: all of its golden events by one tenant. */
class LicensesRightsTest implements RightsContract {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("LicensesTable", "RoomsTable");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** All but the ones that wake functions and sign in. */
  private static final List<String> EVENTS =
      List.of("v1Info", "licenseInfo", "sessions", "session", "usage");

  private static Verdict verdict;

  @BeforeAll
  static void play() throws IOException {
    Clock clock = Clock.systemUTC();
    Deployed template = Deployed.of("functions/licenses/template.yaml");
    NewLicense tenant = NewLicense.issue("trial", 10, clock);
    var licenses =
        new DynamoLicenses(
            DYNAMO.client(), DYNAMO.table("LicensesTable"), RateLimits.DEFAULTS, clock);
    licenses.create(tenant.license());
    Room room = Room.opened(tenant.license().room("gsda11"), clock.millis()).build();
    licenses.openRoom(room.life());
    new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock).create(room);
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    try (GuardedAws aws = new GuardedAws(dynamoDb, Right.byFunction(template))) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("LICENSES_TABLE", DYNAMO.table("LicensesTable"));
      environment.put("ROOMS_TABLE", DYNAMO.table("RoomsTable"));
      Functions functions = new Functions(Family.named("licenses"), aws, environment);
      verdict = new Verdict(template, aws, functions.emitted());
      functions.deployedWith(Map.of("TOKEN_SECRET_ARN", "TokenSecretArn"));
      aws.keepSecret("TokenSecretArn", "the secret that signs tokens of licenses");
      wake(functions);
      String token = signIn(functions, tenant);
      EVENTS.forEach(event -> answer(functions, golden(event, token)));
    }
  }

  private static void wake(Functions functions) {
    String warm = Repository.text("events/licenses/warm.json");
    functions.all().forEach(function -> functions.invoke(function, warm));
  }

  private static String signIn(Functions functions, NewLicense tenant) throws IOException {
    ObjectNode request = golden("auth", "");
    ObjectNode keys = (ObjectNode) JSON.readTree(request.path("body").asText());
    keys.put("accessKey", tenant.license().id()).put("secretKey", tenant.secretKey());
    request.put("body", keys.toString());
    return answer(functions, request).at("/data/accessToken").asText();
  }

  private static ObjectNode golden(String event, String token) {
    try {
      var request =
          (ObjectNode) JSON.readTree(Repository.text("events/licenses/" + event + ".json"));
      ((ObjectNode) request.path("headers")).put("s-connector-jwt", token);
      return request;
    } catch (IOException e) {
      throw new AssertionError(event, e);
    }
  }

  private static JsonNode answer(Functions functions, ObjectNode request) {
    Object output = functions.invokeRoute(request.path("routeKey").asText(), request.toString());
    try {
      return JSON.readTree(((APIGatewayV2HTTPResponse) output).getBody());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }
}
