package dev.moim.calls;

import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scene of {@code infra/authorisation/calls.csv}: room R with ann, its host, ben and dan in it.
 * Who is not in it comes only to try. What they send are the golden events, about R and each other.
 */
final class Scene {

  static final List<String> ROLES =
      List.of("unregistered", "otherTenant", "otherUser", "notMember", "member", "host");

  private final World world;
  private final NewLicense licenseB;
  private final Client ann;
  private final Client ben;
  private final Client dan;

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

  /**
   * A complete request of this user, after what makes it possible: a share to stop, a group to end.
   */
  Map<String, Object> request(String route, String role) {
    Map<String, Object> request = golden(route.equals("$default") ? "memberList" : route);
    request.put("userId", user(role));
    request.put("roomId", "R");
    request.put("reqId", "q");
    request.computeIfPresent("target", (name, golden) -> user(role).equals("ben") ? "ann" : "ben");
    switch (route) {
      case "$default" -> request.put("eventOp", "noSuchOperation");
      case "shareStop" -> ann.send("screen", "roomId", "R");
      case "endGroup" -> request.put("groupId", group());
      default -> {}
    }
    return request;
  }

  private Object group() {
    return ann.send("createGroup", "roomId", "R", "list", List.of("ben")).get("groupId");
  }

  /** The body of {@code events/calls/<operation>.json}. */
  private static Map<String, Object> golden(String operation) {
    try {
      String file = "events/calls/" + operation + ".json";
      String event = Files.readString(RootTemplate.folder().resolve(file));
      String body = String.valueOf(Json.readObject(event).get("body"));
      return new LinkedHashMap<>(Json.readObject(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
