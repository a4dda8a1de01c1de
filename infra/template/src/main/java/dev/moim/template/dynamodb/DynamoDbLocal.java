package dev.moim.template.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in a child process on a free port of the loopback interface. It ends with {@link
 * #close}, and with this process however that ends.
 */
public final class DynamoDbLocal implements AutoCloseable {

  private static final int START_ATTEMPTS = 3;

  private final Process process;
  private final int port;

  private DynamoDbLocal(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts with nothing in it, and keeps nothing. */
  public static DynamoDbLocal inMemory() {
    return start(Optional.empty(), List.of());
  }

  /**
   * Starts with the tables in {@code folder}, which is made if need be. Every committed write is in
   * there, whatever happens to either process.
   *
   * @param jvmFlags more flags for the child's JVM
   */
  public static DynamoDbLocal in(Path folder, List<String> jvmFlags) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(Optional.of(folder), jvmFlags);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A new client; whoever asked for it closes it. */
  public DynamoDbClient client(ClientOverrideConfiguration configuration) {
    var credentials = AwsBasicCredentials.create("local", "local");
    return DynamoDbClient.builder()
        .endpointOverride(endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(configuration)
        .build();
  }

  public DynamoDbClient client() {
    return client(ClientOverrideConfiguration.builder().build());
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The child's process id. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static DynamoDbLocal start(Optional<Path> folder, List<String> jvmFlags) {
    for (int attempt = 1; ; attempt++) {
      try {
        return startOn(freePort(), folder, jvmFlags);
      } catch (IllegalStateException e) {
        // Somebody may have taken the port since it was found free.
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start DynamoDB Local", e);
      }
    }
  }

  private static DynamoDbLocal startOn(int port, Optional<Path> folder, List<String> jvmFlags)
      throws IOException {
    Path output = Files.createTempFile("dynamodb-local", ".log");
    try {
      Process process =
          new ProcessBuilder(command(port, folder, jvmFlags))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (PortWait.opens(port, process)) {
        return new DynamoDbLocal(process, port);
      }
      process.destroyForcibly();
      throw new IllegalStateException("DynamoDB Local did not start: " + Files.readString(output));
    } finally {
      // The child keeps writing to the file it has open; nobody reads its chatter.
      Files.deleteIfExists(output);
    }
  }

  private static List<String> command(int port, Optional<Path> folder, List<String> jvmFlags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m"));
    command.addAll(jvmFlags);
    command.addAll(List.of("-cp", ClassPath.ofChild(), DynamoDbLocalMain.class.getName()));
    command.addAll(
        folder
            .map(path -> List.of("-dbPath", path.toString(), "-sharedDb"))
            .orElse(List.of("-inMemory", "-sharedDb")));
    command.addAll(List.of("-disableTelemetry", "-port", Integer.toString(port)));
    return command;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
