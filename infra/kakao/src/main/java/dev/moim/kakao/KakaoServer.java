package dev.moim.kakao;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * {@link Kakao} on a free port of the loopback interface, for tests.
 *
 * <pre>{@code
 * try (KakaoServer server = KakaoServer.start()) {
 *   URI back = server.kakao().agree(authorizeUri, minji);
 * }
 * }</pre>
 */
public final class KakaoServer implements AutoCloseable {

  private static final int MAX_BYTES = 64 * 1024;

  private final HttpServer http;
  private final Kakao kakao;

  private KakaoServer(HttpServer http, Kakao kakao) {
    this.http = http;
    this.kakao = kakao;
  }

  /** Starts one for {@link App#LOCAL}. */
  public static KakaoServer start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer http = HttpServer.create(address, 0);
      KakaoServer server = new KakaoServer(http, new Kakao(App.LOCAL, Clock.systemUTC()));
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/", server::handle);
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of both of Kakao's hosts. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** What a deployment keeps as {@code KAKAO_SECRET} so that people log in here. */
  public String secret() {
    return App.LOCAL.secret(url().toString());
  }

  public Kakao kakao() {
    return kakao;
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = kakao.answer(ask(exchange));
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      answer.location().ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Ask ask(HttpExchange exchange) throws IOException {
    String body =
        new String(exchange.getRequestBody().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    String query = exchange.getRequestURI().getRawQuery();
    return new Ask(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query == null ? Map.of() : Ask.fields(query),
        Ask.fields(body),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
  }
}
