package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.licenses.NewLicense;
import dev.moim.testkit.DynamoDbExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries every cell of {@code infra/authorisation/calls.csv}, whose header sets the scene. */
class AuthorisationTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final List<String> ROLES =
      List.of("unregistered", "otherTenant", "otherUser", "notMember", "member", "host");

  static Stream<Arguments> cells() throws IOException {
    Path table = Path.of(System.getProperty("moim.root"), "infra/authorisation/calls.csv");
    List<String> rows =
        Files.readAllLines(table).stream().filter(line -> !line.startsWith("#")).toList();
    List<String> columns = List.of(rows.getFirst().split(","));
    assertThat(columns.subList(1, columns.size())).isEqualTo(ROLES);
    return rows.stream()
        .skip(1)
        .map(row -> row.split(","))
        .filter(row -> !row[0].startsWith("$") || row[0].equals("$default"))
        .flatMap(row -> ROLES.stream().map(role -> Arguments.of(row[0], role, cell(row, role))));
  }

  private static String cell(String[] row, String role) {
    return row[1 + ROLES.indexOf(role)];
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @MethodSource("cells")
  void answersAsTheTableSays(String route, String role, String expected) {
    Scene scene = new Scene(new World(DYNAMO));
    Client client = scene.enter(role);
    if (route.equals("shareStop")) {
      scene.ann.send("screen", "roomId", "R");
    }
    Object group =
        route.equals("endGroup")
            ? scene.ann.send("createGroup", "roomId", "R", "list", List.of("ben")).get("groupId")
            : "none";

    Client.Answer answer =
        route.equals("register")
            ? scene.register(client, role)
            : client.dispatch(scene.request(route, role, group));

    assertThat(answer.fields().isEmpty() ? "silent" : answer.code()).isEqualTo(expected);
  }

  /** The room of the table's header. Who is not in it comes only to try. */
  private static final class Scene {
    final World world;
    final NewLicense licenseB;
    final Client ann;
    final Client ben;
    final Client dan;

    Scene(World world) {
      this.world = world;
      licenseB = world.newLicense(5);
      ann = world.user("ann");
      ann.create("R");
      ann.join("R");
      world.clock.advance(Duration.ofMillis(1));
      ben = world.user("ben");
      ben.join("R");
      dan = world.user("dan");
      dan.join("R");
    }

    Client enter(String role) {
      Client client =
          switch (role) {
            case "unregistered" -> world.connect("c-nobody");
            case "otherTenant" -> stranger();
            case "otherUser" -> dan;
            case "notMember" -> world.user("eve");
            case "member" -> ben;
            case "host" -> ann;
            default -> throw new IllegalArgumentException(role);
          };
      world.clock.advance(Duration.ofMillis(1));
      return client;
    }

    private Client stranger() {
      Client cat = world.connect("c-cat");
      cat.register(licenseB, "cat");
      return cat;
    }

    private static String user(String role) {
      return switch (role) {
        case "otherTenant" -> "cat";
        case "notMember" -> "eve";
        case "host" -> "ann";
        default -> "ben";
      };
    }

    Client.Answer register(Client client, String role) {
      return switch (role) {
        case "unregistered" -> client.register("newcomer");
        case "otherTenant" -> client.register("cat", "authKey", licenseB.authKey());
        default -> client.register(user(role));
      };
    }

    Map<String, Object> request(String route, String role, Object group) {
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("eventOp", route.equals("$default") ? "noSuchOperation" : route);
      request.put("userId", user(role));
      request.put("roomId", "R");
      if (!route.equals("drawing")) {
        request.put("reqId", "q");
      }
      if (!List.of("chat", "inform", "editUserInfo").contains(route)) {
        request.put("target", user(role).equals("ben") ? "ann" : "ben");
      }
      request.putAll(FIELDS.getOrDefault(route, Map.of()));
      if (route.equals("endGroup")) {
        request.put("groupId", group);
      }
      return request;
    }

    private static final Map<String, Map<String, Object>> FIELDS =
        Map.ofEntries(
            Map.entry("createRoom", Map.of("destroy", true)),
            Map.entry("createVideoRoom", Map.of("destroy", true)),
            Map.entry("sdp", Map.of("sdp", "x", "type", "cam")),
            Map.entry("candidate", Map.of("candidate", "x")),
            Map.entry("drawing", Map.of("xy", Map.of("x", 1, "y", 1))),
            Map.entry("chat", Map.of("message", "x")),
            Map.entry("inform", Map.of("message", "x")),
            Map.entry("documentShare", Map.of("img", "https://example.com/a.png")),
            Map.entry("updateImage", Map.of("img", "data:,x")),
            Map.entry("changeName", Map.of("name", "n")),
            Map.entry("permit", Map.of("chat", true)),
            Map.entry("editRoomInfo", Map.of("title", "t")),
            Map.entry("createGroup", Map.of("list", List.of("ann", "ben"))));
  }
}
