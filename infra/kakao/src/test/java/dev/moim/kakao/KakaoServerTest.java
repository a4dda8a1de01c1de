package dev.moim.kakao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.wire.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP, as an app's server and a browser speak to it. */
class KakaoServerTest {

  private static final String BACK = "http://localhost:3000/api/v1/oauth/kakao/callback";
  private static final Person MINJI = new Person(1234L, "Minji", Optional.of("minji@example.com"));

  private final HttpClient http = HttpClient.newHttpClient();
  private KakaoServer server;

  @BeforeEach
  void start() {
    server = KakaoServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void showsAConsentPageAndSendsTheBrowserBack() {
    URI authorize = authorize(Map.of("state", "s 1&2"));
    HttpResponse<String> page = send(HttpRequest.newBuilder(authorize));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("name=\"decision\" value=\"agree\"", "Minji");

    HttpResponse<String> agreed =
        post(authorize, Map.of("decision", "agree", "nickname", "Suh", "email", "suh@example.com"));
    assertThat(agreed.statusCode()).isEqualTo(302);
    Map<String, String> back = back(agreed.headers().firstValue("location").orElseThrow());
    assertThat(back).containsEntry("state", "s 1&2").containsKey("code");

    HttpResponse<String> denied = post(authorize, Map.of("decision", "cancel"));
    assertThat(back(denied.headers().firstValue("location").orElseThrow()))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "s 1&2");
  }

  @Test
  void sendsNobodyToAnAddressThatNoAppAskedFor() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("client_id", "unknown"),
            Map.of("redirect_uri", "javascript:alert(1)"),
            Map.of("response_type", "token"))) {
      HttpResponse<String> answer = send(HttpRequest.newBuilder(authorize(wrong)));
      assertThat(answer.statusCode()).isBetween(400, 401);
      assertThat(answer.headers().firstValue("location")).isEmpty();
      assertThat(answer.body()).contains("KOE");
    }
  }

  @Test
  void exchangesACodeOnce() {
    String code = code(Map.of());

    HttpResponse<String> first = token(Map.of("code", code));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(json(first))
        .containsEntry("token_type", "bearer")
        .containsKeys("access_token", "refresh_token", "expires_in", "refresh_token_expires_in")
        .containsEntry("scope", "account_email profile_nickname");

    refused(token(Map.of("code", code)), 400, "invalid_grant", "KOE320");
  }

  @Test
  void refusesAnAppThatIsNot() {
    String code = code(Map.of());
    refused(token(Map.of("code", code, "client_id", "x")), 401, "invalid_client", "KOE101");
    refused(token(Map.of("code", code, "client_secret", "x")), 401, "invalid_client", "KOE010");
    refused(
        token(Map.of("code", code, "grant_type", "password")),
        400,
        "unsupported_grant_type",
        "KOE320");
    refused(
        token(Map.of("code", code, "redirect_uri", BACK + "/other")),
        400,
        "invalid_grant",
        "KOE303");
  }

  @Test
  void asksForTheProofOfPkce() throws Exception {
    String verifier = "a-verifier-of-at-least-forty-three-characters-0123";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    Map<String, String> asked =
        Map.of("code_challenge", challenge, "code_challenge_method", "S256");

    refused(token(Map.of("code", code(asked))), 400, "invalid_grant", "KOE320");
    refused(
        token(Map.of("code", code(asked), "code_verifier", verifier + "x")),
        400,
        "invalid_grant",
        "KOE320");
    assertThat(token(Map.of("code", code(asked), "code_verifier", verifier)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void saysWhoSomebodyIs() {
    Map<String, ?> me = me(accessToken(code(Map.of())));

    assertThat(me.get("id").toString()).isEqualTo("1234");
    Map<?, ?> account = (Map<?, ?>) me.get("kakao_account");
    assertThat(account.get("email")).isEqualTo("minji@example.com");
    assertThat(account.get("has_email")).isEqualTo(true);
    assertThat(account.get("is_email_verified")).isEqualTo(true);
    assertThat(((Map<?, ?>) account.get("profile")).get("nickname")).isEqualTo("Minji");
  }

  @Test
  void keepsAnEmailThatWasNotConsentedTo() {
    HttpResponse<String> agreed =
        post(authorize(Map.of()), Map.of("decision", "agree", "person", "4000000001"));
    String location = agreed.headers().firstValue("location").orElseThrow();
    Map<?, ?> account =
        (Map<?, ?>) me(accessToken(back(location).get("code"))).get("kakao_account");

    assertThat(account.get("has_email")).isEqualTo(true);
    assertThat(account.get("email_needs_agreement")).isEqualTo(true);
    assertThat(account.get("email")).isNull();
  }

  @Test
  void refreshesAccessTokens() {
    Map<String, ?> tokens = json(token(Map.of("code", code(Map.of()))));
    HttpResponse<String> refreshed =
        token(
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.get("refresh_token").toString()));

    assertThat(me(json(refreshed).get("access_token").toString()).get("id").toString())
        .isEqualTo("1234");
    refused(
        token(Map.of("grant_type", "refresh_token", "refresh_token", "x")),
        400,
        "invalid_grant",
        "KOE322");
  }

  @Test
  void unlinksByToken() {
    String token = accessToken(code(Map.of()));
    assertThat(server.kakao().isConnected(MINJI)).isTrue();

    HttpResponse<String> answer = unlink("Bearer " + token, Map.of());
    assertThat(json(answer).get("id").toString()).isEqualTo("1234");
    assertThat(server.kakao().isConnected(MINJI)).isFalse();
    assertThat(unlink("Bearer " + token, Map.of()).statusCode()).isEqualTo(401);
    assertThat(callMe(token).statusCode()).isEqualTo(401);
  }

  @Test
  void unlinksByAdminKey() {
    String token = accessToken(code(Map.of()));
    Map<String, String> target = Map.of("target_id_type", "user_id", "target_id", "1234");

    assertThat(unlink("KakaoAK wrong", target).statusCode()).isEqualTo(401);
    assertThat(unlink("KakaoAK " + App.LOCAL.keys().adminKey(), Map.of()).statusCode())
        .isEqualTo(400);
    assertThat(unlink("KakaoAK " + App.LOCAL.keys().adminKey(), target).statusCode())
        .isEqualTo(200);
    assertThat(callMe(token).statusCode()).isEqualTo(401);
    HttpResponse<String> again = unlink("KakaoAK " + App.LOCAL.keys().adminKey(), target);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(json(again).get("code").toString()).isEqualTo("-101");
  }

  private URI authorize(Map<String, String> more) {
    Map<String, String> fields = new HashMap<>();
    fields.put("client_id", App.LOCAL.clientId());
    fields.put("redirect_uri", BACK);
    fields.put("response_type", "code");
    fields.putAll(more);
    return URI.create(server.url() + "/oauth/authorize?" + form(fields));
  }

  private String code(Map<String, String> more) {
    return back(server.kakao().agree(authorize(more), MINJI).toString()).get("code");
  }

  private HttpResponse<String> token(Map<String, String> more) {
    Map<String, String> fields = new HashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("client_id", App.LOCAL.clientId());
    fields.put("client_secret", App.LOCAL.keys().clientSecret());
    fields.put("redirect_uri", BACK);
    fields.putAll(more);
    return post(server.url().resolve("/oauth/token"), fields);
  }

  private String accessToken(String code) {
    return json(token(Map.of("code", code))).get("access_token").toString();
  }

  private HttpResponse<String> callMe(String token) {
    return send(
        HttpRequest.newBuilder(server.url().resolve("/v2/user/me"))
            .header("Authorization", "Bearer " + token));
  }

  private Map<String, ?> me(String token) {
    HttpResponse<String> answer = callMe(token);
    assertThat(answer.statusCode()).isEqualTo(200);
    return json(answer);
  }

  private HttpResponse<String> unlink(String authorization, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(server.url().resolve("/v1/user/unlink"))
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(form(fields))));
  }

  private HttpResponse<String> post(URI uri, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void refused(HttpResponse<String> answer, int status, String error, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer)).containsEntry("error", error).containsEntry("error_code", code);
    assertThat(json(answer)).containsKey("error_description");
  }

  private static Map<String, Object> json(HttpResponse<String> answer) {
    return new HashMap<>(Json.readObject(answer.body()));
  }

  private static Map<String, String> back(String location) {
    assertThat(location).startsWith(BACK + "?");
    return Ask.fields(URI.create(location).getRawQuery());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
