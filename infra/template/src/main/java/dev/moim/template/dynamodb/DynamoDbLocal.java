package dev.moim.template.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * DynamoDB Local in a child process on a free port of the loopback interface. It ends with {@link
 * #close}, and with this process however that ends.
 */
public final class DynamoDbLocal implements AutoCloseable {

  private static final int START_ATTEMPTS = 3;

  private final Process process;
  private final int port;

  /** Empty keeps all in memory. */
  private final Optional<Path> folder;

  private DynamoDbLocal(Process process, int port, Optional<Path> folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  /** Starts with nothing in it, and keeps nothing. */
  public static DynamoDbLocal inMemory() {
    return start(Optional.empty());
  }

  /**
   * Starts with the tables in {@code folder}, which is made if need be. Every committed write is in
   * there, whatever happens to either process.
   */
  public static DynamoDbLocal in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(Optional.of(folder));
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A new client; whoever asked for it closes it. */
  public DynamoDbClient client(ClientOverrideConfiguration configuration) {
    return here(DynamoDbClient.builder()).overrideConfiguration(configuration).build();
  }

  /** A new client for the streams of tables; whoever asked for it closes it. */
  public DynamoDbStreamsClient streams() {
    return here(DynamoDbStreamsClient.builder()).build();
  }

  public DynamoDbClient client() {
    return client(ClientOverrideConfiguration.builder().build());
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Whether what was written survives the end of the server. */
  public boolean isKept() {
    return folder.isPresent();
  }

  /** Completes with the exit code when the server ends, by {@link #close} or otherwise. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /**
   * A server in the place of this one, which has ended: on the same port, with the same data.
   *
   * @throws IllegalStateException if nothing was kept, or it does not start
   */
  public DynamoDbLocal again() {
    if (!isKept()) {
      throw new IllegalStateException("the tables were in memory");
    }
    try {
      return startOn(port, folder);
    } catch (IOException e) {
      throw new IllegalStateException("cannot start DynamoDB Local", e);
    }
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

  private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B here(B client) {
    var credentials = AwsBasicCredentials.create("local", "local");
    return client
        .endpointOverride(endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClient(UrlConnectionHttpClient.create());
  }

  private static DynamoDbLocal start(Optional<Path> folder) {
    for (int attempt = 1; ; attempt++) {
      try {
        return startOn(freePort(), folder);
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

  private static DynamoDbLocal startOn(int port, Optional<Path> folder) throws IOException {
    Path output = Files.createTempFile("dynamodb-local", ".log");
    try {
      Process process =
          new ProcessBuilder(command(port, folder))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (PortWait.opens(port, process)) {
        return new DynamoDbLocal(process, port, folder);
      }
      process.destroyForcibly();
      throw notStarted(Files.readString(output));
    } finally {
      // The child keeps writing to the file it has open; nobody reads its chatter.
      Files.deleteIfExists(output);
    }
  }

  /** One line of what it said says why; the rest is for a log. */
  private static IllegalStateException notStarted(String said) {
    String reason =
        said.lines().filter(line -> line.contains("Exception: ")).findFirst().orElse(said).strip();
    return new IllegalStateException(
        "DynamoDB Local did not start: " + reason, new IllegalStateException(said));
  }

  private static List<String> command(int port, Optional<Path> folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Xmx256m"));
    compilers().forEach(command::add);
    command.addAll(List.of("-cp", ClassPath.ofChild(), DynamoDbLocalMain.class.getName()));
    command.addAll(
        folder
            .map(path -> List.of("-dbPath", path.toString(), "-sharedDb"))
            .orElse(List.of("-inMemory", "-sharedDb")));
    command.addAll(List.of("-disableTelemetry", "-port", Integer.toString(port)));
    return command;
  }

  /**
   * This process's own: one that compiles little, since it will not live long, has such a child.
   */
  private static Stream<String> compilers() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-XX:TieredStopAtLevel="));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
