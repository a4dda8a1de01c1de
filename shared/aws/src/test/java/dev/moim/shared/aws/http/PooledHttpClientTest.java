package dev.moim.shared.aws.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Which answers end where, and which connections may be used again, against a server of one text.
 */
class PooledHttpClientTest {

  private final AtomicInteger connections = new AtomicInteger();
  private volatile String answer = "";
  private ServerSocket server;
  private PooledHttpClient client;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
    client = new PooledHttpClient(Lines.trusted(), 2, Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  /** Answers each head of a request; ends after an answer that does not say where it ends. */
  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      while (in.readLine() instanceof String line) {
        if (line.isEmpty()) {
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          if (!answer.contains("Content-Length") && !answer.contains("chunked")) {
            return;
          }
        }
      }
    } catch (IOException closed) {
      // By the client.
    }
  }

  private String get() throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/a?b=c"))
            .build();
    HttpExecuteResponse response =
        client.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call();
    String body =
        new String(response.responseBody().orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    return response.httpResponse().statusCode() + " " + body;
  }

  @Test
  void aLengthEndsAnAnswerAndTheConnectionIsUsedAgain() throws IOException {
    answer = "HTTP/1.1 200 OK\r\ncontent-type: x\r\nContent-Length: 5\r\n\r\nhello";
    assertThat(get()).isEqualTo("200 hello");
    assertThat(get()).isEqualTo("200 hello");
    assertThat(connections).hasValue(1);
  }

  @Test
  void theLastChunkEndsAnAnswer() throws IOException {
    answer =
        "HTTP/1.1 410 Gone\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nT: 1\r\n\r\n";
    assertThat(get()).isEqualTo("410 hello");
    assertThat(get()).isEqualTo("410 hello");
    assertThat(connections).hasValue(1);
  }

  @Test
  void theEndOfTheConnectionEndsAnAnswerWithoutLength() throws IOException {
    answer = "HTTP/1.1 200 OK\r\n\r\nhello";
    assertThat(get()).isEqualTo("200 hello");
    assertThat(get()).isEqualTo("200 hello");
    assertThat(connections).hasValue(2);
  }

  @Test
  void aServerThatWantsToEndTheConnectionIsBelieved() throws IOException {
    answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    assertThat(get()).isEqualTo("200 ");
    assertThat(get()).isEqualTo("200 ");
    assertThat(connections).hasValue(2);
  }

  @Test
  void interimAnswersAreNotTheAnswer() throws IOException {
    answer =
        "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    assertThat(get()).isEqualTo("200 ok");
  }

  @Test
  void aServerThatNeverComesToItsAnswerIsAFailureAndNoEndOfTheStack() {
    answer = "HTTP/1.1 100 Continue\r\n\r\n".repeat(100_000) + "HTTP/1.1 204 No\r\n\r\n";
    assertThatThrownBy(this::get).isInstanceOf(IOException.class).hasMessageContaining("interim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nnothing\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void whatIsNoAnswerIsAFailure(String text) {
    answer = text;
    assertThatThrownBy(this::get).isInstanceOf(IOException.class);
  }
}
