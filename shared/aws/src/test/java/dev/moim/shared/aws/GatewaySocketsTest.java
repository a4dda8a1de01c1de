package dev.moim.shared.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.moim.shared.aws.apigateway.GatewaySockets;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets.Posted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of the gateway mean, against a server that gives them. */
class GatewaySocketsTest {

  /** How the server answers, by the exception that the SDK makes of it. */
  private record Answer(int status, String exception) {}

  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private volatile Answer answer = new Answer(200, "");
  private HttpServer server;
  private GatewaySockets sockets;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          requests.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + new String(body, StandardCharsets.UTF_8));
          exchange.getResponseHeaders().add("x-amzn-ErrorType", answer.exception());
          exchange.sendResponseHeaders(answer.status(), -1);
          exchange.close();
        });
    server.start();
    Settings settings =
        new Settings(
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local"));
    URI stage = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/live");
    sockets = new AwsClients(settings).sockets(stage);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aFrameIsPostedAsItIs() {
    assertThat(sockets.post("Ab-1=", "안녕")).isEqualTo(Posted.DELIVERED);
    assertThat(requests).containsExactly("POST /live/@connections/Ab-1%3D 안녕");
  }

  @ParameterizedTest
  @CsvSource({
    "410,GoneException,GONE",
    "413,PayloadTooLargeException,TOO_LONG",
    "429,LimitExceededException,UNKNOWN",
    "403,ForbiddenException,UNKNOWN",
    "500,InternalServerError,UNKNOWN"
  })
  void anErrorSaysWhatBecameOfThePost(int status, String exception, Posted posted) {
    answer = new Answer(status, exception);
    assertThat(sockets.post("c1", "hello")).isEqualTo(posted);
    assertThat(requests).as("whether to repeat it is for whoever posts").hasSize(1);
  }

  @Test
  void aServerThatCannotBeReachedLeavesItOpen() {
    server.stop(0);
    assertThat(sockets.post("c1", "hello")).isEqualTo(Posted.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSocketIsOpenUnlessItIsGone(boolean open) {
    answer = open ? new Answer(200, "") : new Answer(410, "GoneException");
    assertThat(sockets.isOpen("c1")).isEqualTo(open);
    sockets.close("c1");
    assertThat(requests)
        .containsExactly("GET /live/@connections/c1 ", "DELETE /live/@connections/c1 ");
  }
}
