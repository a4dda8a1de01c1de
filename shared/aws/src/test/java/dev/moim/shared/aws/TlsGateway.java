package dev.moim.shared.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Takes posts to sockets over TLS, with a certificate of its own, and counts. */
final class TlsGateway implements AutoCloseable {

  private static final String PASSWORD = "changeit";

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
    tls = context(keys(folder.resolve("gateway.p12")));
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

  private static KeyStore keys(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "gateway",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=gateway",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
