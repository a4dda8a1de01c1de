package dev.moim.bench.post;

import dev.moim.bench.Bench;
import dev.moim.bench.Median;
import dev.moim.bench.Row;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.http.Lines;
import dev.moim.shared.aws.http.PooledHttpClient;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Sockets.Posted;
import dev.moim.testkit.TlsKeys;
import dev.moim.testkit.runtime.ProcessCpu;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Posts to a thousand sockets at once over TLS, beside posts that are made by hand. */
public final class Posts implements Bench {

  private static final int RECIPIENTS = 1_000;
  private static final int MILLIS = 10;
  private static final int ROUNDS = 12;
  private static final int WARM_UP = 5;
  private static final int CONNECTIONS = AwsClients.POSTS_IN_FLIGHT;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String TEXT =
      "{\"eventOp\":\"chat\",\"message\":\"" + "-".repeat(200) + "\"}";
  private static final Settings SETTINGS =
      new Settings(
          Map.of(
              "AWS_REGION", "us-east-1",
              "AWS_ACCESS_KEY_ID", "local",
              "AWS_SECRET_ACCESS_KEY", "local"));

  private final Path root;

  public Posts(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "posts";
  }

  @Override
  public String about() {
    return "a message to 1,000 sockets over TLS, beside posts made by hand";
  }

  @Override
  public List<Row> run(Consumer<String> progress) throws Exception {
    Path folder = Files.createTempDirectory(root.resolve("infra/bench/target"), "posts");
    Path keys = TlsKeys.make(folder, "ip:127.0.0.1");
    SSLContext tls = TlsKeys.context(keys);
    Process server = serve(keys);
    try (HttpClient asking = HttpClient.newBuilder().sslContext(tls).build();
        Lines lines = Lines.trusting(tls, System::nanoTime)) {
      int port =
          Integer.parseInt(Objects.requireNonNull(server.inputReader().readLine(), "no port"));
      URI address = URI.create("https://127.0.0.1:" + port);
      Sockets sockets =
          new AwsClients(SETTINGS)
              .sockets(address.resolve("/live"), new PooledHttpClient(lines, CONNECTIONS, LIMIT));
      List<Row> rows = new ArrayList<>();
      try (HandMade hand = new HandMade(tls, port, CONNECTIONS)) {
        Sent peer = send(id -> hand.post(id, TEXT), progress, "by hand");
        counts(asking, address);
        rows.addAll(timed(send(id -> delivered(sockets, id), progress, "ours"), peer));
      }
      rows.addAll(counted(counts(asking, address).split(" ")));
      return rows;
    } finally {
      server.destroyForcibly();
    }
  }

  private static List<Row> timed(Sent ours, Sent peer) {
    double cpu = ours.cpu() / RECIPIENTS;
    return List.of(
        new Row("a post", cpu, "CPU-ms", "made by hand", peer.cpu() / RECIPIENTS),
        new Row("1,000 posts of 10 ms", ours.wall(), "ms", "the ideal of 64 at once", ideal()));
  }

  private static List<Row> counted(String[] counts) {
    int rounds = ROUNDS + WARM_UP;
    int twice = Integer.parseInt(counts[0]) - rounds * RECIPIENTS;
    String connections = "connections for all " + rounds + " rounds";
    return List.of(
        Row.alone("posts that came twice", twice, "posts"),
        Row.alone(connections, Integer.parseInt(counts[2]), "handshakes"));
  }

  private static double ideal() {
    return Math.ceil((double) RECIPIENTS / CONNECTIONS) * MILLIS;
  }

  private static void delivered(Sockets sockets, String connectionId) {
    if (sockets.post(connectionId, TEXT) != Posted.DELIVERED) {
      throw new IllegalStateException("a post was lost");
    }
  }

  /** Milliseconds for all recipients. */
  private record Sent(double cpu, double wall) {}

  private static Sent send(Consumer<String> post, Consumer<String> progress, String who)
      throws Exception {
    List<Double> cpu = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    for (int round = 0; round < ROUNDS + WARM_UP; round++) {
      long begun = System.nanoTime();
      long before = ProcessCpu.of(ProcessHandle.current().pid()).toNanos();
      toAll(post);
      if (round >= WARM_UP) {
        cpu.add((ProcessCpu.of(ProcessHandle.current().pid()).toNanos() - before) / 1e6);
        wall.add((System.nanoTime() - begun) / 1e6);
      }
    }
    Sent sent =
        new Sent(
            Median.of(cpu.stream().mapToDouble(it -> it)),
            Median.of(wall.stream().mapToDouble(it -> it)));
    progress.accept(who + ": " + sent);
    return sent;
  }

  private static void toAll(Consumer<String> post) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < RECIPIENTS; i++) {
        String connectionId = "c" + i;
        all.add(threads.submit(() -> post.accept(connectionId)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private static String counts(HttpClient http, URI address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/counts")).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private static Process serve(Path keys) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path", ""),
            PostServer.class.getName(),
            keys.toString(),
            Integer.toString(MILLIS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
