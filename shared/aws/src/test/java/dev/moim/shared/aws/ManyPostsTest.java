package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.aws.http.Lines;
import dev.moim.shared.aws.http.PooledHttpClient;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Sockets.Posted;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody in a room is posted to at once, over TLS as on AWS. */
class ManyPostsTest {

  private static final Settings SETTINGS =
      new Settings(
          Map.of(
              "AWS_REGION", "us-east-1",
              "AWS_ACCESS_KEY_ID", "local",
              "AWS_SECRET_ACCESS_KEY", "local"));

  /** So long that only a post that waits for something else than its answer could exceed it. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000})
  void eachIsPostedOnceOverAsManyConnectionsAsMayBeUsed(int recipients) throws Exception {
    List<String> all = IntStream.range(0, recipients).mapToObj(i -> "c" + i).toList();
    try (TlsGateway gateway = new TlsGateway(folder, ManyPostsTest::slowIfFifth)) {
      Sockets sockets = sockets(gateway, AwsClients.POSTS_IN_FLIGHT, LIMIT);

      assertThat(post(sockets, all)).containsOnly(Posted.DELIVERED);

      assertThat(gateway.posts()).hasSize(recipients);
      assertThat(gateway.posts().values()).containsOnly(1);
      assertThat(gateway.handshakes()).isBetween(1, AwsClients.POSTS_IN_FLIGHT);

      post(sockets, all.stream().filter(id -> slowIfFifth(id).isZero()).toList());
      assertThat(gateway.handshakes()).as("again").isBetween(1, AwsClients.POSTS_IN_FLIGHT);
    }
  }

  private static Duration slowIfFifth(String connectionId) {
    boolean slow = connectionId.endsWith("0") || connectionId.endsWith("5");
    return slow ? Duration.ofSeconds(2) : Duration.ZERO;
  }

  @Test
  void aPostDoesNotGrowOldWhileItWaitsForItsTurn() throws Exception {
    try (TlsGateway gateway = new TlsGateway(folder, _ -> Duration.ofSeconds(1))) {
      Sockets sockets = sockets(gateway, 1, Duration.ofSeconds(5));

      assertThat(post(sockets, List.of("c1", "c2", "c3", "c4", "c5", "c6", "c7")))
          .containsOnly(Posted.DELIVERED);
      assertThat(gateway.handshakes()).isEqualTo(1);
    }
  }

  @Test
  void onlyThePostThatIsNotAnsweredIsUnknownAndTheNextHasItsTurn() throws Exception {
    try (TlsGateway gateway =
        new TlsGateway(folder, id -> id.equals("stuck") ? Duration.ofSeconds(60) : Duration.ZERO)) {
      Sockets sockets = sockets(gateway, 1, Duration.ofSeconds(5));

      assertThat(post(sockets, List.of("stuck", "c1", "c2", "c3", "c4")))
          .containsExactly(
              Posted.UNKNOWN,
              Posted.DELIVERED,
              Posted.DELIVERED,
              Posted.DELIVERED,
              Posted.DELIVERED);
      assertThat(gateway.posts().values()).containsOnly(1);
    }
  }

  /** The first post over each is answered; the second finds it closed, as after a long pause. */
  @Test
  void aConnectionThatTheGatewayHasEndedIsReplacedAtOnce() throws Exception {
    try (var gateway = new ForgetfulGateway()) {
      Sockets sockets = new AwsClients(SETTINGS).sockets(gateway.stage());
      for (int i = 0; i < 4; i++) {
        assertThat(sockets.post("c" + i, "hello")).isEqualTo(Posted.DELIVERED);
      }
      assertThat(gateway.answered()).isEqualTo(4);
    }
  }

  @Test
  void aGatewayThatIsNotTrustedGetsNothing() throws Exception {
    try (TlsGateway gateway = new TlsGateway(folder, _ -> Duration.ZERO)) {
      Sockets sockets = new AwsClients(SETTINGS).sockets(gateway.stage());
      assertThat(sockets.post("c1", "hello")).isEqualTo(Posted.UNKNOWN);
      assertThat(gateway.posts()).isEmpty();
    }
  }

  /** What became of each, in their order. */
  private static List<Posted> post(Sockets sockets, List<String> connectionIds) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return connectionIds.stream()
          .map(id -> CompletableFuture.supplyAsync(() -> sockets.post(id, "hello"), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private static Sockets sockets(TlsGateway gateway, int inFlight, Duration limit) {
    return sockets(gateway, Lines.trusting(gateway.tls(), System::nanoTime), inFlight, limit);
  }

  private static Sockets sockets(TlsGateway gateway, Lines lines, int inFlight, Duration limit) {
    return new AwsClients(SETTINGS)
        .sockets(gateway.stage(), new PooledHttpClient(lines, inFlight, limit));
  }

  /** The gateway keeps the connection; only we may find that it is too old. */
  @Test
  void aPostAfterAPauseShakesNoHandsAgainForAMinute() throws Exception {
    AtomicLong now = new AtomicLong(System.nanoTime());
    try (TlsGateway gateway = new TlsGateway(folder, _ -> Duration.ZERO)) {
      Sockets sockets = sockets(gateway, Lines.trusting(gateway.tls(), now::get), 4, LIMIT);
      for (int i = 0; i < 5; i++) {
        assertThat(sockets.post("c" + i, "hello")).isEqualTo(Posted.DELIVERED);
        now.addAndGet(Duration.ofSeconds(59).toNanos());
      }
      assertThat(gateway.handshakes()).isEqualTo(1);

      now.addAndGet(Duration.ofSeconds(2).toNanos());
      assertThat(sockets.post("c5", "hello")).isEqualTo(Posted.DELIVERED);
      assertThat(gateway.handshakes()).isEqualTo(2);
      assertThat(gateway.posts().values()).containsOnly(1);
    }
  }

  @Test
  void aCertificateOfAnotherHostIsNotTrusted() throws Exception {
    try (TlsGateway gateway = new TlsGateway(folder, _ -> Duration.ZERO)) {
      Lines lines = Lines.trusting(gateway.tls(), System::nanoTime);
      URI elsewhere = URI.create(gateway.stage().toString().replace("127.0.0.1", "localhost"));
      Sockets sockets =
          new AwsClients(SETTINGS).sockets(elsewhere, new PooledHttpClient(lines, 1, LIMIT));
      assertThat(sockets.post("c1", "hello")).isEqualTo(Posted.UNKNOWN);
      assertThat(gateway.posts()).isEmpty();
    }
  }
}
