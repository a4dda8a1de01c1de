package dev.moim.shared.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.moim.testkit.TlsKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Takes posts to sockets over TLS, with a certificate of its own, and counts. */
final class TlsGateway implements AutoCloseable {

  private final HttpsServer server;
  private final SSLContext tls;
  private final AtomicInteger handshakes = new AtomicInteger();
  private final Map<String, Integer> posts = new ConcurrentHashMap<>();
  private final Function<String, Duration> delays;

  /**
   * @param delays how long a post takes, by the id of its connection
   */
  TlsGateway(Path folder, Function<String, Duration> delays) throws Exception {
    this.delays = delays;
    tls = TlsKeys.context(TlsKeys.make(folder, "ip:127.0.0.1"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          // The server asks for this once for each connection.
          @Override
          public void configure(HttpsParameters parameters) {
            handshakes.incrementAndGet();
            parameters.setSSLParameters(tls.getDefaultSSLParameters());
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String connectionId = path.substring(path.lastIndexOf('/') + 1);
    posts.merge(connectionId, 1, Integer::sum);
    try {
      Thread.sleep(delays.apply(connectionId));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  URI stage() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/live");
  }

  /** For clients that are to trust it. */
  SSLContext tls() {
    return tls;
  }

  int handshakes() {
    return handshakes.get();
  }

  /** How many posts came, by the id of their connection. */
  Map<String, Integer> posts() {
    return Map.copyOf(posts);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
