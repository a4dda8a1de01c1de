package dev.moim.bench.post;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.moim.testkit.TlsKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Takes posts over TLS, each in so many milliseconds, in a process of its own: the CPU time of
 * those who post is then theirs alone. {@code GET /counts} tells posts, different sockets and
 * handshakes.
 */
final class PostServer {

  private final SSLContext tls;
  private final AtomicInteger handshakes = new AtomicInteger();
  private final AtomicInteger posts = new AtomicInteger();
  private final Map<String, Boolean> sockets = new ConcurrentHashMap<>();
  private final long millis;

  private PostServer(SSLContext tls, long millis) {
    this.tls = tls;
    this.millis = millis;
  }

  /**
   * @param args the key store, and how long a post takes in milliseconds; prints its port
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    PostServer posts = new PostServer(TlsKeys.context(Path.of(args[0])), Long.parseLong(args[1]));
    System.out.println(posts.start());
  }

  private int start() throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
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
    server.createContext("/", this::take);
    server.createContext("/counts", this::counts);
    server.start();
    return server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    posts.incrementAndGet();
    sockets.put(exchange.getRequestURI().getPath(), true);
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void counts(HttpExchange exchange) throws IOException {
    String text = posts.get() + " " + sockets.size() + " " + handshakes.get();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
    posts.set(0);
    sockets.clear();
    handshakes.set(0);
  }
}
