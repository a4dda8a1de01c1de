package dev.moim.bench.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Prints where the runtime is and a license for it, as one line of JSON; then, for each line that
 * it reads, how many bytes of heap are in use. Ends with its input.
 */
final class MoimServerMain {

  private static final int ROOMS = 10_000;

  /** What is measured is the runtime, not how it refuses. */
  private static final String NO_LIMITS =
      "register=1000000/1000000,createRoom=1000000/1000000,room=1000000/1000000,signal=1000000/1000000";

  /**
   * The serial collector leaves gaps where closing them is not worth it; each fourth time it is.
   */
  private static final int COLLECTIONS = 4;

  private MoimServerMain() {}

  public static void main(String[] args) throws Exception {
    PrintStream answers = System.out;
    // Where functions log, which is part of what is measured; nobody reads it.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    Path root = Path.of(args[0]);
    LocalOptions options =
        LocalOptions.of(root)
            .home(root.resolve("infra/bench/target/home")) // ./moim up has one, too
            .fresh(true)
            .environment(Map.of("RATE_LIMITS", NO_LIMITS));
    try (LocalCloud cloud = LocalCloud.start(options);
        BufferedReader asked =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      NewLicense license = NewLicense.issue("bench", ROOMS, Clock.systemUTC());
      new DynamoLicenses(cloud.dynamoDb(), "LicensesTable", RateLimits.DEFAULTS, Clock.systemUTC())
          .create(license.license());
      ObjectNode ready = new ObjectMapper().createObjectNode();
      ready.put("calls", cloud.socketUrl("calls").toString());
      ready.put("cpCode", license.license().cpCode()).put("authKey", license.authKey());
      answers.println(ready);
      while (asked.readLine() != null) {
        for (int i = 0; i < COLLECTIONS; i++) {
          System.gc();
        }
        answers.println(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      }
    }
    System.exit(0);
  }
}
