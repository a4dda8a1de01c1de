package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.kakao.App;
import dev.moim.kakao.KakaoServer;
import dev.moim.kakao.Person;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser on its way to Kakao and back. */
final class AtKakao {

  static final String CALLBACK = "/api/v1/oauth/kakao/callback";

  /** What a browser has when it is back. */
  record Back(String code, String cookie) {}

  private final AccountsApi api;
  private final KakaoServer kakao;

  AtKakao(AccountsApi api, KakaoServer kakao) {
    this.api = api;
    this.kakao = kakao;
  }

  /** Of a deployment that takes this for Kakao. */
  static Map<String, String> settings(URI url) {
    return Map.of("KAKAO_SECRET", App.LOCAL.secret(url.toString()));
  }

  Answer begin() {
    Answer begun = api.request("GET /api/v1/oauth/kakao").send();
    assertThat(begun.status()).isEqualTo(302);
    return begun;
  }

  /** Agrees to everything. */
  Map<String, String> agree(Answer begun, Person person) {
    return fields(kakao.kakao().agree(URI.create(begun.headers().get("location")), person));
  }

  Answer comeBack(Map<String, String> query, String cookie) {
    AccountsApi.Request request = api.request("GET " + CALLBACK).cookie(cookie);
    query.forEach(request::query);
    Answer back = request.send();
    assertThat(back.status()).isEqualTo(302);
    return back;
  }

  /** The whole way, as a browser goes it. */
  Back bring(Person person) {
    Answer begun = begin();
    Answer back = comeBack(agree(begun, person), begun.cookie());
    return new Back(told(back).getOrDefault("code", ""), back.cookie());
  }

  Answer hand(Back back) {
    return hand(back.code(), back.cookie());
  }

  Answer hand(String code, String cookie) {
    return api.request("POST " + CALLBACK).cookie(cookie).json(Map.of("code", code)).send();
  }

  Answer logIn(Person person) {
    return hand(bring(person));
  }

  /** What the page is told. */
  static Map<String, String> told(Answer back) {
    String page = back.headers().getOrDefault("location", "");
    assertThat(page).startsWith("https://app.example.com/account?");
    return fields(URI.create(page));
  }

  static Map<String, String> fields(URI address) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : address.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }
}
