package dev.moim.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import dev.moim.local.LocalSecrets;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings that functions get lead to a Kakao which lets a browser log in. */
class KakaoEndpointTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start("Resources:\n" + Script.function("Work", 3));
  }

  @AfterEach
  void stop() {
    cloud.close();
    http.close();
  }

  @Test
  void letsABrowserLogIn() {
    JsonNode settings = settings();
    String url = settings.path("authUrl").asText();
    assertThat(url).isEqualTo("http://localhost:" + cloud.cloud().port() + "/_local/kakao");
    String back = "http://localhost:3000/callback";
    String authorize =
        url
            + "/oauth/authorize?response_type=code&state=s&client_id="
            + settings.path("clientId").asText()
            + "&redirect_uri="
            + back;

    assertThat(send(HttpRequest.newBuilder(URI.create(authorize))).body()).contains("Minji");
    String location =
        post(authorize, "decision=agree&person=4000000001")
            .headers()
            .firstValue("location")
            .orElseThrow();
    assertThat(location).startsWith(back + "?code=").endsWith("&state=s");
    String code = location.replaceFirst(".*code=", "").replaceFirst("&.*", "");

    HttpResponse<String> tokens =
        post(
            url + "/oauth/token",
            "grant_type=authorization_code&client_id="
                + settings.path("clientId").asText()
                + "&client_secret="
                + settings.path("clientSecret").asText()
                + "&redirect_uri="
                + back
                + "&code="
                + code);
    String token = Json.parse(tokens.body()).orElseThrow().path("access_token").asText();
    HttpRequest.Builder me =
        HttpRequest.newBuilder(URI.create(settings.path("apiUrl").asText() + "/v2/user/me"))
            .header("authorization", "Bearer " + token);
    assertThat(Json.parse(send(me).body()).orElseThrow().path("id").asLong())
        .isEqualTo(4_000_000_001L);
  }

  /** As functions read them. */
  private JsonNode settings() {
    String url = "http://localhost:" + cloud.cloud().port() + KakaoEndpoint.PREFIX;
    return Json.parse(LocalSecrets.kakao(url).get("KAKAO_SECRET")).orElseThrow();
  }

  private HttpResponse<String> post(String url, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/x-www-form-urlencoded;charset=utf-8")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
