package dev.moim.accounts.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.KakaoId;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.ServiceError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of Kakao is told to nobody else. */
class KakaoRestTest {

  private final List<String> log = new ArrayList<>();
  private HttpServer server;
  private KakaoRest kakao;

  /** Repeats whatever it is told. */
  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] echo =
                (new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                        + exchange.getRequestHeaders().getFirst("authorization"))
                    .getBytes(StandardCharsets.UTF_8);
            int status = exchange.getRequestURI().getPath().endsWith("token") ? 401 : 500;
            exchange.sendResponseHeaders(status, echo.length);
            exchange.getResponseBody().write(echo);
          }
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    var keys = new KakaoSettings.Keys("id", "client-secret", "admin-key");
    kakao = new KakaoRest(() -> new KakaoSettings(url, url, keys), "https://api/cb", log::add);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void noKeyCodeOrVerifierIsLoggedWhateverGoesWrong() {
    assertThatThrownBy(() -> kakao.who("the-code", Optional.of("the-verifier")))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(ServiceError.SERVICE_UNAVAILABLE));
    assertThatThrownBy(() -> kakao.unlink(new KakaoId(987_654L)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(AccountError.KAKAO_UNLINK_FAILED));
    server.stop(0);
    assertThatThrownBy(() -> kakao.who("the-code", Optional.of("the-verifier")))
        .isInstanceOf(DomainException.class);
    assertThat(log).hasSize(3);
    assertThat(log.toString())
        .doesNotContain("client-secret", "admin-key", "the-code", "the-verifier", "987654");
  }

  @Test
  void settingsNameWhatIsWrongWithThemAndQuoteNothing() {
    assertThatThrownBy(() -> KakaoSettings.read("{\"clientId\":\"x\",\"clientSecret\":\"y\"}"))
        .isInstanceOf(FieldException.class)
        .hasMessage("adminKey is required");
    String wrong =
        "{\"clientId\":\"x\",\"clientSecret\":\"y\",\"adminKey\":\"z\",\"authUrl\":\"ftp://k\"}";
    assertThatThrownBy(() -> KakaoSettings.read(wrong))
        .hasMessage("authUrl must be an address such as https://kauth.kakao.com");
    KakaoSettings real =
        KakaoSettings.read("{\"clientId\":\"x\",\"clientSecret\":\"y\",\"adminKey\":\"z\"}");
    assertThat(real.apiUrl()).isEqualTo("https://kapi.kakao.com");
    assertThat(real.toString()).isEqualTo("Kakao at https://kauth.kakao.com");
    assertThat(real.keys()).hasToString("Keys");
  }
}
