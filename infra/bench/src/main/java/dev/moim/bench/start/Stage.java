package dev.moim.bench.start;

import dev.moim.bench.peer.EmptyHandler;
import dev.moim.template.Function;
import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.runtime.Load;
import dev.moim.testkit.runtime.Outside;
import dev.moim.testkit.runtime.RuntimeClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables, sockets and queue that functions under measurement talk to, and how they start. */
final class Stage implements AutoCloseable {

  /** What is measured of a start. */
  enum Measured {
    /** All of it, from the process's first instruction: no hooks, no snapshot. */
    COLD("on-demand") {
      @Override
      Load of(RuntimeClient client) {
        return client.load();
      }
    },
    /** What the hooks before the snapshot left to the first event. */
    RESTORED("snap-start") {
      @Override
      Load of(RuntimeClient client) {
        return client.load().since(client.atSnapshot());
      }
    };

    private final String initialization;

    Measured(String initialization) {
      this.initialization = initialization;
    }

    abstract Load of(RuntimeClient client);
  }

  private static final int RUNS = 5;
  private static final byte[] ANY = "{\"any\":1}".getBytes(StandardCharsets.UTF_8);

  private final Path root;
  private final Measured measured;
  private final DynamoDbLocal database = DynamoDbLocal.inMemory();
  private final Outside outside = new Outside();

  Stage(Path root, Measured measured) {
    this.root = root;
    this.measured = measured;
    try (DynamoDbClient client = database.client()) {
      TableCreator creator = new TableCreator(client);
      RootTemplate.load().tables().forEach(table -> creator.create(table, table.name()));
    }
  }

  /** A function of one of the jars, with its documented event. */
  Load load(Probe probe) throws Exception {
    byte[] event =
        Files.readAllBytes(
            root.resolve("events/" + probe.family() + "/" + probe.event() + ".json"));
    return load(jar(probe.family(), probe.function()), probe.function(), event);
  }

  /** A peer that asks for nothing in its event. */
  Load load(String classPath, Function peer) throws Exception {
    return load(classPath, peer, ANY);
  }

  /** The least that a function costs. */
  Load empty() throws Exception {
    return load(own(), Probe.peer(EmptyHandler.class));
  }

  private Load load(String classPath, Function function, byte[] event) throws Exception {
    List<Load> loads = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      try (RuntimeClient client = start(classPath, function)) {
        Loads.answered(client, event);
        loads.add(measured.of(client));
      }
    }
    return Loads.median(loads);
  }

  private RuntimeClient start(String classPath, Function function) {
    Map<String, String> variables = new HashMap<>(outside.variables());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", database.endpoint().toString());
    variables.put("TOKEN_SECRET", "a secret that signs tokens, long enough");
    variables.put("TOKEN_SECRET_ARN", "");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", measured.initialization);
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
