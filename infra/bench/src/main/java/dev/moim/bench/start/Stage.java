package dev.moim.bench.start;

import dev.moim.template.Function;
import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.runtime.Outside;
import dev.moim.testkit.runtime.RuntimeClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables, sockets and queue that functions under measurement talk to, and how they start. */
final class Stage implements AutoCloseable {

  private final Path root;
  private final DynamoDbLocal database = DynamoDbLocal.inMemory();
  private final Outside outside = new Outside();

  Stage(Path root) {
    this.root = root;
    try (DynamoDbClient client = database.client()) {
      TableCreator creator = new TableCreator(client);
      RootTemplate.load().tables().forEach(table -> creator.create(table, table.name()));
    }
  }

  /**
   * @param initialization {@code snap-start} has the hooks run, {@code on-demand} does without
   */
  RuntimeClient start(String classPath, Function function, String initialization) {
    Map<String, String> variables = new HashMap<>(outside.variables());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", database.endpoint().toString());
    variables.put("TOKEN_SECRET", "a secret that signs tokens, long enough");
    variables.put("TOKEN_SECRET_ARN", "");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
    return RuntimeClient.start(classPath, function, variables);
  }

  /** The packed jar that has a family's function: those that ask LiveKit have one of their own. */
  String jar(String family, Function function) {
    boolean media = function.environment().containsKey("LIVEKIT_SECRET_ARN");
    String name = media ? family + "-media.jar" : family + ".jar";
    Path jar = root.resolve("functions/" + family + "/target/" + name);
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not there: ./mvnw package -DskipTests packs it");
    }
    return jar.toString();
  }

  byte[] event(Probe probe) throws Exception {
    return Files.readAllBytes(
        root.resolve("events/" + probe.family() + "/" + probe.event() + ".json"));
  }

  /** The classes of this module. */
  static String own() throws Exception {
    return Path.of(Stage.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  @Override
  public void close() {
    outside.close();
    database.close();
  }
}
