package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.template.Deployment;
import dev.moim.template.EventSource.HttpRoute;
import dev.moim.template.FrontDoor;
import dev.moim.template.SocketApi;
import dev.moim.template.Template;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that families serve is behind the front door too, and the front door keeps nothing of it. */
class FrontDoorTest {

  private static final String SOCKET_IO = "/socket.io/";

  /** Only CloudFront has this module, and only where its first line says so. */
  private static final String HELPERS = "import cf from 'cloudfront';";

  @Test
  @Tag("routes")
  void everyRouteIsBehindIt() {
    Template template = RootTemplate.load();
    FrontDoor door = template.frontDoor().orElseThrow();
    Todo todo = new Todo();
    routes(template)
        .filter(route -> !door.apiAt(example(route.path())).equals(Optional.of(route.api())))
        .filter(route -> !door.polling().equals(Optional.of(polling(route))))
        .forEach(route ->
            todo.add(
                "%s: CacheBehaviors need a path for %s, to the origin of %s"
                    .formatted(Repository.FRONT_DOOR, route.path(), route.api())));
    template.socketApis().stream()
        .filter(api -> !leadsTo(door, api))
        .forEach(api ->
            todo.add(
                "%1$s: CacheBehaviors need /%2$s and /%2$s/, to the origin of %3$s"
                    .formatted(Repository.FRONT_DOOR, api.stage(), api.name())));
    todo.assertNothingLeft();
  }

  @Test
  @Tag("routes")
  void everyPathOfItLeadsSomewhere() {
    Template template = RootTemplate.load();
    Set<String> served =
        Stream.concat(
                routes(template).map(route -> example(route.path())),
                template.socketApis().stream()
                    .flatMap(api -> Stream.of("/" + api.stage(), "/" + api.stage() + "/")))
            .collect(Collectors.toSet());
    served.addAll(List.of("/socket.io", SOCKET_IO));
    for (FrontDoor.Path path : template.frontDoor().orElseThrow().paths()) {
      FrontDoor alone = new FrontDoor(List.of(path));
      assertThat(served)
          .as("paths that match %s", path.pattern())
          .anyMatch(it -> alone.apiAt(it).isPresent());
    }
  }

  /** What CloudFront calls a WebSocket API as is the stage of the API it calls. */
  @ParameterizedTest
  @ValueSource(strings = {"study", "calls"})
  void socketsAreCalledAsTheirStages(String family) throws Exception {
    Template template =
        Template.load(
            Repository.file("template.yaml"),
            Deployment.local("http://127.0.0.1:1", Map.of("SocketIoFamily", family)));
    FrontDoor door = template.frontDoor().orElseThrow();
    assertThat(stage(template, door.apiAt(SOCKET_IO).orElseThrow())).isEqualTo(family);
    List<String> paths = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (FrontDoor.Path path : door.paths()) {
      template.socketApis().stream()
          .filter(api -> api.name().equals(path.api()))
          .forEach(api -> {
            paths.add(path.pattern());
            expected.add("/" + api.stage());
          });
    }
    assertThat(paths).contains("/calls/", "/study", SOCKET_IO);
    assertThat(rewritten(family, paths)).isEqualTo(expected);
  }

  /** Socket.IO's clients begin by polling, which no WebSocket API takes. */
  @ParameterizedTest
  @ValueSource(strings = {"/socket.io/", "/socket.io", "/study/", "/calls"})
  void whoPollsIsSentToAnHttpApi(String path) throws Exception {
    FrontDoor.Polling polling =
        RootTemplate.load().frontDoor().orElseThrow().polling().orElseThrow();
    assertThat(routes(RootTemplate.load()))
        .filteredOn(route -> polling(route).equals(polling))
        .extracting(HttpRoute::method)
        .containsExactlyInAnyOrder("GET", "POST");
    assertThat(sent(path, "polling")).isEqualTo("rooms " + polling.path());
    assertThat(sent(path, "websocket")).doesNotStartWith("rooms");
  }

  /** The origin it is sent to and the path there. */
  private static String sent(String path, String transport) throws Exception {
    String run =
        """

        const [uri, transport] = process.argv.slice(1);
        const request = handler({request: {uri, querystring: {EIO: {value: '4'}, transport: {value: transport}}}});
        console.log(cf.selected + ' ' + request.uri)
        """;
    return printed(toStage() + run, List.of(path, transport)).getFirst();
  }

  @Test
  void clientsThatPollMayPost() {
    assertThat(distribution().path("CacheBehaviors"))
        .filteredOn(
            behavior -> behavior.path("PathPattern").asText().matches("/(socket.io|study|calls)/?"))
        .hasSize(6)
        .allSatisfy(
            behavior -> assertThat(value(behavior, "AllowedMethods")).contains("POST", "OPTIONS"));
  }

  @Test
  void itIsThereOnlyWhereItIsAskedFor() {
    JsonNode root = Deployed.of("template.yaml").source();
    assertThat(root.at("/Resources/FrontDoorStack/Condition").asText()).isEqualTo("HasFrontDoor");
    assertThat(root.at("/Conditions/HasFrontDoor").toString()).contains("FrontDoor", "true");
    assertThat(root.at("/Parameters/FrontDoor/Default").asText()).isEqualTo("false");
  }

  /** What one user gets must never be kept for another, and errors are kept by default. */
  @Test
  void nothingIsCachedAndAllIsForwarded() {
    JsonNode config = distribution();
    List<JsonNode> behaviors = new ArrayList<>(List.of(config.path("DefaultCacheBehavior")));
    config.path("CacheBehaviors").forEach(behaviors::add);
    assertThat(behaviors)
        .hasSizeGreaterThan(10)
        .allSatisfy(behavior -> {
          assertThat(value(behavior, "CachePolicyId"))
              .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a084be39d");
          assertThat(value(behavior, "OriginRequestPolicyId"))
              .isEqualTo("b689b0a8-53d0-40ab-baf2-38738e2966ac");
          assertThat(behavior.path("ViewerProtocolPolicy").asText()).isEqualTo("https-only");
        });
    assertThat(config.path("CustomErrorResponses"))
        .allSatisfy(it -> assertThat(it.path("ErrorCachingMinTTL").asInt(-1)).isZero())
        .extracting(it -> it.path("ErrorCode").asInt())
        .containsExactly(400, 403, 404, 405, 414, 500, 501, 502, 503, 504);
  }

  /** A route that clients of sockets are sent to. */
  private static FrontDoor.Polling polling(HttpRoute route) {
    return new FrontDoor.Polling(route.api(), route.path());
  }

  private static boolean leadsTo(FrontDoor door, SocketApi api) {
    return Stream.of("/", "")
        .allMatch(
            end -> door.apiAt("/" + api.stage() + end).filter(api.name()::equals).isPresent());
  }

  private static String stage(Template template, String api) {
    return template.socketApis().stream()
        .filter(it -> it.name().equals(api))
        .map(SocketApi::stage)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<HttpRoute> routes(Template template) {
    return template.functions().stream()
        .flatMap(function -> function.events().stream())
        .filter(HttpRoute.class::isInstance)
        .map(HttpRoute.class::cast);
  }

  /** A path that a route's pattern stands for. */
  private static String example(String pattern) {
    return pattern.replaceAll("\\{[^}]*}", "x.y");
  }

  private static JsonNode distribution() {
    return Deployed.of(Repository.FRONT_DOOR)
        .ofType("AWS::CloudFront::Distribution")
        .get("Distribution")
        .path("DistributionConfig");
  }

  /** A property that refers to a parameter of the template. */
  private static String value(JsonNode behavior, String property) {
    String parameter = behavior.path(property).path("Ref").asText();
    return Deployed.of(Repository.FRONT_DOOR)
        .source()
        .path("Parameters")
        .path(parameter)
        .path("Default")
        .asText();
  }

  private static String toStage() {
    String code =
        Deployed.of(Repository.FRONT_DOOR)
            .ofType("AWS::CloudFront::Function")
            .get("ToStage")
            .at("/FunctionCode/Fn::Sub")
            .asText();
    assertThat(code).startsWith(HELPERS);
    return code.replace(
        HELPERS,
        "const cf = {selected: '', selectRequestOriginById: (id) => { cf.selected = id }};");
  }

  /** What the template's own JavaScript makes of paths. */
  private static List<String> rewritten(String family, List<String> paths) throws Exception {
    String code = toStage().replace("${SocketIoFamily}", family);
    return printed(
        code
            + "\nfor (const uri of process.argv.slice(1))"
            + " console.log(handler({request: {uri, querystring: {}}}).uri)",
        paths);
  }

  /** The lines that a script prints. */
  private static List<String> printed(String script, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("node", "-e", script, "--"));
    command.addAll(arguments);
    try {
      Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(node.waitFor()).as(output).isZero();
      return output.lines().toList();
    } catch (IOException absent) {
      Assumptions.abort("SKIPPED: Node is not on the PATH");
      throw absent;
    }
  }
}
