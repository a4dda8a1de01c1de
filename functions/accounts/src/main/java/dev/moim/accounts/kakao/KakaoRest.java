package dev.moim.accounts.kakao;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.kakao.KakaoHttp.Answer;
import dev.moim.accounts.person.KakaoId;
import dev.moim.accounts.social.Kakao;
import dev.moim.accounts.social.KakaoPerson;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.kernel.ServiceError;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kakao Login over its REST API. */
public final class KakaoRest implements Kakao {

  private static final Logger LOG = LoggerFactory.getLogger(KakaoRest.class);

  private static final int TOO_MANY_REQUESTS = 429;

  private final Supplier<KakaoSettings> settings;
  private final String redirectUri;
  private final Consumer<String> log;
  private final KakaoHttp http = new KakaoHttp();

  /**
   * @param settings asked for each time: keys may be rotated
   * @param redirectUri as it is registered with Kakao
   */
  public KakaoRest(Supplier<KakaoSettings> settings, String redirectUri) {
    this(settings, redirectUri, LOG::warn);
  }

  /**
   * @param log gets a sentence whenever something goes wrong, with no key, code or token in it
   */
  KakaoRest(Supplier<KakaoSettings> settings, String redirectUri, Consumer<String> log) {
    this.settings = settings;
    this.redirectUri = redirectUri;
    this.log = log;
  }

  @Override
  public URI address(String state, String challenge) {
    KakaoSettings kakao = settings.get();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", kakao.keys().clientId());
    query.put("redirect_uri", redirectUri);
    query.put("response_type", "code");
    query.put("state", state);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    return URI.create(kakao.authUrl() + "/oauth/authorize?" + encoded(query));
  }

  @Override
  public KakaoPerson who(String code, Optional<String> verifier) {
    KakaoSettings kakao = settings.get();
    String token = exchange(kakao, code, verifier);
    Answer answer =
        ask(
            KakaoHttp.to(kakao.apiUrl() + "/v2/user/me")
                .header("authorization", "Bearer " + token)
                .GET()
                .build());
    return KakaoAnswers.person(answer);
  }

  private String exchange(KakaoSettings kakao, String code, Optional<String> verifier) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", kakao.keys().clientId());
    form.put("client_secret", kakao.keys().clientSecret());
    form.put("redirect_uri", redirectUri);
    form.put("code", code);
    verifier.ifPresent(it -> form.put("code_verifier", it));
    Answer answer = ask(post(KakaoHttp.to(kakao.authUrl() + "/oauth/token"), form));
    if (answer.status() == 401) {
      log.accept("Kakao does not take our keys: " + KakaoAnswers.errorCode(answer));
      throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
    }
    return KakaoAnswers.token(answer);
  }

  /** Nobody waits for a person to try again while Kakao is down. */
  private Answer ask(HttpRequest request) {
    Answer answer = send(request, ServiceError.SERVICE_UNAVAILABLE);
    if (answer.status() >= 500 || answer.status() == TOO_MANY_REQUESTS) {
      log.accept("Kakao answered " + request.uri().getPath() + " with " + answer.status());
      throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
    }
    return answer;
  }

  @Override
  public void unlink(KakaoId id) {
    KakaoSettings kakao = settings.get();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("target_id_type", "user_id");
    form.put("target_id", Long.toString(id.number()));
    HttpRequest.Builder request =
        KakaoHttp.to(kakao.apiUrl() + "/v1/user/unlink")
            .header("authorization", "KakaoAK " + kakao.keys().adminKey());
    Answer answer = send(post(request, form), AccountError.KAKAO_UNLINK_FAILED);
    if (answer.status() != 200 && !KakaoAnswers.isNotConnected(answer)) {
      log.accept("Kakao answered an unlink with " + answer.status());
      throw new DomainException(AccountError.KAKAO_UNLINK_FAILED);
    }
  }

  private Answer send(HttpRequest request, ErrorCode ifUnreachable) {
    try {
      return http.send(request);
    } catch (IOException unreachable) {
      log.accept("Kakao gave no answer to " + request.uri().getPath() + ": " + unreachable);
      throw new DomainException(ifUnreachable);
    }
  }

  private static HttpRequest post(HttpRequest.Builder request, Map<String, String> form) {
    return request
        .header("content-type", "application/x-www-form-urlencoded;charset=utf-8")
        .POST(BodyPublishers.ofString(encoded(form)))
        .build();
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
