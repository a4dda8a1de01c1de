package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  @Test
  void portIsFreeUntilSomebodyListensThere() {
    HttpServer server = HttpServer.start(0, List.of(), call -> Optional.empty());
    int port = server.port();
    assertThat(HttpServer.isFree(port)).isFalse();
    server.close();
    assertThat(HttpServer.isFree(port)).isTrue();
  }

  /** What went wrong inside is for the log, not for whoever asked. */
  @Test
  void endpointThatFailsIs500WithoutATrace() throws Exception {
    HttpServer server =
        HttpServer.start(
            0,
            List.of(),
            call -> {
              throw new IOException("broken on purpose");
            });
    try (server;
        HttpClient http = HttpClient.newHttpClient()) {
      URI url = URI.create("http://127.0.0.1:" + server.port() + "/");
      for (String method : new String[] {"GET", "PUT", "OPTIONS"}) {
        HttpRequest request =
            HttpRequest.newBuilder(url)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("accept", "text/html")
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        assertThat(answer.headers().firstValue("server")).isEmpty();
      }
    }
  }
}
