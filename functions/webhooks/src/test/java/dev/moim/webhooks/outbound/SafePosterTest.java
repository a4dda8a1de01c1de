package dev.moim.webhooks.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.webhooks.delivery.Answer;
import dev.moim.webhooks.endpoint.Target.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that behave, that do not, and names that lead elsewhere. */
@Timeout(60)
class SafePosterTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Map<String, String> HEADERS =
      Map.of("webhook-id", "msg_1", "webhook-timestamp", "1", "webhook-signature", "v1,x");
  private static final String OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

  /** What a receiver does with a connection, once it has read the request. */
  private interface Behaviour {
    void answer(OutputStream out) throws Exception;
  }

  /** A server that can do anything. */
  private static final class Receiver implements AutoCloseable {
    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;

    Receiver(ServerSocket server, Behaviour behaviour) {
      this.server = server;
      Thread.ofVirtual().start(() -> accept(behaviour));
    }

    static Receiver plain(Behaviour behaviour) throws IOException {
      return new Receiver(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    private void accept(Behaviour behaviour) {
      while (!server.isClosed()) {
        try {
          Socket socket = server.accept();
          connections.incrementAndGet();
          Thread.ofVirtual().start(() -> serve(socket, behaviour));
        } catch (IOException closed) {
          return;
        }
      }
    }

    private void serve(Socket socket, Behaviour behaviour) {
      try (socket) {
        requests.add(read(socket.getInputStream()));
        behaviour.answer(socket.getOutputStream());
      } catch (Exception gone) {
        // The client had enough.
      }
    }

    private static String read(InputStream in) throws IOException {
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      while (!request.toString(UTF_8).endsWith("}")) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        request.write(next);
      }
      return request.toString(UTF_8);
    }

    int port() {
      return server.getLocalPort();
    }

    String url() {
      return "http://localhost:" + port() + "/hook?a=b";
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  private static SafePoster toLoopback(Duration limit) {
    return new SafePoster(Resolver.SYSTEM, new Connections(), Loopback.TAKEN, limit);
  }

  private static Answer post(Behaviour behaviour, Duration limit) throws IOException {
    try (Receiver receiver = Receiver.plain(behaviour)) {
      return toLoopback(limit).post(receiver.url(), HEADERS, "{\"a\":1}");
    }
  }

  private static Answer post(String answer) throws IOException {
    return post(out -> out.write(answer.getBytes(UTF_8)), LIMIT);
  }

  @Test
  void requestHasTheThreeHeadersAndWhatHttpNeeds() throws Exception {
    try (Receiver receiver = Receiver.plain(out -> out.write(OK.getBytes(US_ASCII)))) {
      Answer answer = toLoopback(LIMIT).post(receiver.url(), HEADERS, "{\"name\":\"민지\"}");
      assertThat(answer).isEqualTo(new Answer(true, 200, "ok"));
      String request = receiver.requests.poll(5, TimeUnit.SECONDS);
      String[] parts = request.split("\r\n\r\n");
      assertThat(parts[0].split("\r\n"))
          .containsExactlyInAnyOrder(
              "POST /hook?a=b HTTP/1.1",
              "host: localhost:" + receiver.port(),
              "user-agent: Moim-Webhooks/1",
              "content-type: application/json",
              "content-length: 17",
              "connection: close",
              "webhook-id: msg_1",
              "webhook-timestamp: 1",
              "webhook-signature: v1,x");
      assertThat(parts[1]).isEqualTo("{\"name\":\"민지\"}");
    }
  }

  @Test
  void answersInEveryFormAreRead() throws Exception {
    assertThat(post("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(new Answer(true, 204, ""));
    assertThat(post("HTTP/1.0 200 OK\r\n\r\nuntil the end").note()).isEqualTo("until the end");
    assertThat(
            post(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 OK\r\ntransfer-encoding: chunked\r\n"
                    + "\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
        .isEqualTo(new Answer(true, 202, "abcde"));
    assertThat(post("HTTP/1.1 500 No\r\ncontent-length: 4\r\n\r\noops"))
        .isEqualTo(new Answer(false, 500, "oops"));
  }

  @Test
  void noteEndsAfterAWholeCharacter() throws IOException {
    String rocket = "\uD83D\uDE80";
    String note = post("HTTP/1.0 200 OK\r\n\r\na" + rocket.repeat(300)).note();
    assertThat(note).isEqualTo("a" + rocket.repeat(199));
    assertThat(post("HTTP/1.0 200 OK\r\n\r\n" + rocket.repeat(200)).note())
        .isEqualTo(rocket.repeat(200));
  }

  @Test
  void noRedirectIsFollowed() throws Exception {
    try (Receiver elsewhere = Receiver.plain(out -> out.write(OK.getBytes(US_ASCII)))) {
      for (int status : List.of(301, 302, 303, 307, 308)) {
        Answer answer =
            post(
                "HTTP/1.1 "
                    + status
                    + " There\r\nlocation: "
                    + elsewhere.url()
                    + "\r\ncontent-length: 0\r\n\r\n");
        assertThat(answer.accepted()).isFalse();
        assertThat(answer.status()).isEqualTo(status);
      }
      assertThat(elsewhere.connections).hasValue(0);
    }
  }

  @Test
  void whoHangsOrDripsFailsInTime() throws Exception {
    Behaviour hangs = out -> Thread.sleep(Duration.ofMinutes(1));
    Behaviour drips =
        out -> {
          for (char letter : OK.repeat(9).toCharArray()) {
            out.write(letter);
            out.flush();
            Thread.sleep(100);
          }
        };
    Behaviour dripsItsBody =
        out -> {
          out.write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n".getBytes(US_ASCII));
          drips.answer(out);
        };
    for (Behaviour behaviour : List.of(hangs, drips, dripsItsBody)) {
      long begun = System.nanoTime();
      Answer answer = post(behaviour, SHORT);
      assertThat(answer).isEqualTo(Answer.failed(0, "no whole answer within 500 ms"));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void ofTwoHundredMegabytesNoMoreThanNeededIsRead() throws Exception {
    AtomicInteger written = new AtomicInteger();
    byte[] kilobyte = new byte[1024];
    for (String head :
        List.of("content-length: 209715200\r\n", "transfer-encoding: chunked\r\n", "")) {
      written.set(0);
      Answer answer =
          post(
              out -> {
                out.write(("HTTP/1.1 200 OK\r\n" + head + "\r\n").getBytes(US_ASCII));
                if (head.startsWith("transfer")) {
                  out.write("C800000\r\n".getBytes(US_ASCII));
                }
                for (int i = 0; i < 200 * 1024; i++) {
                  out.write(kilobyte);
                  written.incrementAndGet();
                }
              },
              LIMIT);
      assertThat(answer).isEqualTo(Answer.failed(200, "the answer has more than 64 KB"));
      assertThat(written.get()).as("what sockets buffer").isLessThan(20 * 1024);
    }
  }

  @Test
  void halfAnAnswerIsNone() throws Exception {
    assertThat(post("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nab").accepted()).isFalse();
    assertThat(post("HTTP/1.1 200 OK\r\ncontent-le").accepted()).isFalse();
    assertThat(post("").note()).isEqualTo("the answer ended early");
    assertThat(post("SSH-2.0-OpenSSH_9.6\r\n").note()).isEqualTo("the answer is not HTTP");
  }

  @Test
  void nobodyListens() throws Exception {
    Receiver gone = Receiver.plain(out -> {});
    gone.close();
    Answer none = toLoopback(LIMIT).post(gone.url(), HEADERS, "{}");
    assertThat(none.accepted()).isFalse();
    assertThat(none.status()).isZero();
    assertThat(none.note()).contains("Exception: Connection re");
  }

  @Test
  void whateverANameLeadsToIsLookedAtEachTime() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding =
        name ->
            List.of(
                InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "192.0.2.7" : "127.0.0.1"));
    try (Receiver inside = Receiver.plain(out -> out.write(OK.getBytes(US_ASCII)))) {
      var connections =
          new Connections((SSLSocketFactory) SSLSocketFactory.getDefault(), inside.port());
      SafePoster poster = new SafePoster(rebinding, connections, Loopback.TAKEN, SHORT);
      for (int attempt = 0; attempt < 3; attempt++) {
        Answer answer = poster.post("https://hooks.example.com/", HEADERS, "{}");
        assertThat(answer.note()).isEqualTo("the name leads to an address that is not public");
      }
      assertThat(asked).hasValue(3);
      assertThat(inside.connections).hasValue(0);
    }
  }

  @Test
  void oneAddressThatIsNotPublicSpoilsAll() {
    Resolver both =
        name -> List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1"));
    SafePoster poster = new SafePoster(both, new Connections(), Loopback.REFUSED, SHORT);
    assertThat(poster.post("https://hooks.example.com/", HEADERS, "{}").note())
        .isEqualTo("the name leads to an address that is not public");
    Resolver nowhere =
        name -> {
          throw new UnknownHostException(name);
        };
    SafePoster lost = new SafePoster(nowhere, new Connections(), Loopback.REFUSED, SHORT);
    assertThat(lost.post("https://hooks.example.com/", HEADERS, "{}").note())
        .isEqualTo("the name cannot be resolved");
  }

  @Test
  void certificateHasToBeForTheName(@TempDir Path folder) throws Exception {
    TestTls tls = TestTls.of(folder, "hooks.example.com");
    try (Receiver receiver = new Receiver(tls.server(), out -> out.write(OK.getBytes(US_ASCII)))) {
      // The connection goes to an address; the name is in the handshake, and in the request.
      Exchange right = exchange("https://hooks.example.com/a");
      Connections connections = new Connections(tls.client(), receiver.port());
      assertThat(right.run(connections, InetAddress.getLoopbackAddress()).accepted()).isTrue();
      assertThat(receiver.requests.take()).contains("host: hooks.example.com\r\n");
      assertThat(tls.names()).containsExactly("hooks.example.com");
      Exchange wrong = exchange("https://other.example.com/a");
      assertThat(failure(wrong, connections)).contains("other.example.com");
      Connections usual =
          new Connections((SSLSocketFactory) SSLSocketFactory.getDefault(), receiver.port());
      assertThat(failure(exchange("https://hooks.example.com/a"), usual))
          .contains("unable to find valid certification path");
    }
  }

  private static Exchange exchange(String url) {
    var target = dev.moim.webhooks.endpoint.Target.of(url, Loopback.REFUSED);
    return new Exchange(target, HEADERS, "{}");
  }

  private static String failure(Exchange exchange, Connections connections) {
    try {
      return "answered: " + exchange.run(connections, InetAddress.getLoopbackAddress());
    } catch (IOException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
