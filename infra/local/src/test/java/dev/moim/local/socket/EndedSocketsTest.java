package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.moim.local.Counts;
import dev.moim.local.Patience;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import dev.moim.local.function.Functions;
import dev.moim.local.time.VirtualTimeline;
import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A socket that has ended leaves nothing behind: no session, no timer, no memory. */
class EndedSocketsTest {

  private static final SocketApi API =
      new SocketApi(
          "Socket",
          "calls",
          "$request.body.eventOp",
          Map.of(
              "$connect", new SocketApi.Route("$connect", "Ok", false),
              "$default", new SocketApi.Route("$default", "Ok", false),
              "$disconnect", new SocketApi.Route("$disconnect", "Ok", false)),
          Optional.empty());

  private static final Handshake HANDSHAKE =
      new Handshake(Map.of(), Map.of(), "localhost", "127.0.0.1", "test");

  @Test
  void twentyThousandSocketsLeaveNothing() throws Exception {
    VirtualTimeline timeline = new VirtualTimeline(Instant.EPOCH);
    Functions functions =
        new Functions(List.of(ok()), same -> same, timeline, new Counts(), (name, failure) -> {});
    SocketGateway gateway = new SocketGateway(functions, timeline, new Counts(), FrameDelays.NONE);
    List<WeakReference<Connection>> ended = new ArrayList<>();
    for (int n = 0; n < 20_000; n++) {
      Connection connection = gateway.admit(API, HANDSHAKE).connection();
      assertThat(gateway.connections()).isEqualTo(1);
      gateway.received(connection, "hello");
      gateway.closed(connection, CloseReason.fromClient(1000, ""));
      assertThat(gateway.connections()).isZero();
      if (n % 1_000 == 0) {
        timeline.advance(Duration.ofMinutes(1));
        ended.add(new WeakReference<>(connection));
      }
    }
    functions.awaitIdle();
    assertThat(timeline.pending()).isZero();
    Patience.until("the connections are garbage", () -> isGarbage(ended));
  }

  @Test
  void idleSocketsThatStayedBusyForAWhileLeaveNothing() throws Exception {
    VirtualTimeline timeline = new VirtualTimeline(Instant.EPOCH);
    Functions functions =
        new Functions(List.of(ok()), same -> same, timeline, new Counts(), (name, failure) -> {});
    SocketGateway gateway = new SocketGateway(functions, timeline, new Counts(), FrameDelays.NONE);
    Connection connection = gateway.admit(API, HANDSHAKE).connection();
    for (int n = 0; n < 8; n++) {
      timeline.advance(Duration.ofMinutes(9));
      gateway.received(connection, "hello");
    }
    functions.awaitIdle();
    assertThat(timeline.pending()).as("its age and its idleness are watched").isEqualTo(2);
    timeline.advance(Duration.ofMinutes(10));
    functions.awaitIdle();
    assertThat(gateway.connections()).isZero();
    assertThat(timeline.pending()).isZero();
  }

  /** By the client, by a cut line, by the rules, by the backend, by the end of the runtime. */
  @Test
  void realSocketsLeaveNothingHoweverTheyEnd() throws Exception {
    SocketFixture.reset();
    try (TestCloud cloud = TestCloud.start(SocketFixture.TEMPLATE)) {
      for (int n = 0; n < 5; n++) {
        SocketFixture.open(cloud).close(1000, "");
        RawSocket.open(cloud.cloud().socketUrl("calls")).cut();
        SocketFixture.open(cloud).sendBinary(new byte[] {1}).closeCode();
      }
      SocketFixture.reset();
      var deleted = SocketFixture.openWithId(cloud);
      cloud.delete(deleted.path());
      deleted.socket().closeCode();
      Patience.until("nothing is left to happen", () -> cloud.timeline().pending() == 0);
      SocketFixture.open(cloud);
      assertThat(cloud.timeline().pending()).isEqualTo(2);
      cloud.cloud().close();
      Patience.until("nothing is left after the end", () -> cloud.timeline().pending() == 0);
    }
  }

  @Test
  void clientThatLeavesDuringItsHandshakeLeavesNothing() throws Exception {
    SocketFixture.reset();
    CountDownLatch release = new CountDownLatch(1);
    Script.on(
        "Connect",
        (event, context) -> {
          release.await();
          return Script.status(200);
        });
    try (TestCloud cloud = TestCloud.start(SocketFixture.TEMPLATE)) {
      RawSocket left = RawSocket.ask(cloud.cloud().socketUrl("calls"));
      Script.event("Connect");
      left.cut();
      release.countDown();
      Script.event("Disconnect");
      Patience.until("nothing is left to happen", () -> cloud.timeline().pending() == 0);
    }
  }

  private static boolean isGarbage(List<WeakReference<Connection>> ended) {
    System.gc();
    return ended.stream().allMatch(reference -> reference.get() == null);
  }

  private static Function ok() {
    return new Function("Ok", Ok.class.getName(), Map.of(), Duration.ofSeconds(3), 128, List.of());
  }

  /** Agrees to everything. */
  public static final class Ok implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      output.write("{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8));
    }
  }
}
