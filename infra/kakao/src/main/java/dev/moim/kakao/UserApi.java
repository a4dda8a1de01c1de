package dev.moim.kakao;

import dev.moim.kakao.Grant.Consent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /v2/user/me} and {@code /v1/user/unlink}: who somebody is, and no more of it. */
final class UserApi {

  private static final String CONNECTED_AT = "2026-01-01T00:00:00Z";

  private final App app;
  private final Tokens tokens;
  private final Set<Long> connected;

  UserApi(App app, Tokens tokens, Set<Long> connected) {
    this.app = app;
    this.tokens = tokens;
    this.connected = connected;
  }

  Answer me(Ask ask) {
    return caller(ask)
        .map(consent -> Answer.json(200, json(consent)))
        .orElseGet(UserApi::unknownToken);
  }

  /** By the person's own token, or by the app for whoever it names. */
  Answer unlink(Ask ask) {
    if (ask.credentials("KakaoAK").isPresent()) {
      return ask.credentials("KakaoAK").filter(app.keys().adminKey()::equals).isPresent()
          ? unlinkTarget(ask)
          : Answer.failed(401, "wrong appKey(" + app.clientId() + ") format", -401);
    }
    return caller(ask)
        .map(consent -> unlinked(consent.person().id()))
        .orElseGet(UserApi::unknownToken);
  }

  private Answer unlinkTarget(Ask ask) {
    String target = ask.find("target_id");
    if (!ask.find("target_id_type").equals("user_id") || !target.matches("\\d{1,18}")) {
      return Answer.failed(400, "target_id_type and target_id are required", -2);
    }
    return unlinked(Long.parseLong(target));
  }

  private Answer unlinked(long id) {
    if (!connected.remove(id)) {
      return Answer.failed(400, "NotRegisteredUserException", -101);
    }
    tokens.revoke(new Person(id, "", Optional.empty()));
    return Answer.json(200, Map.of("id", id));
  }

  private Optional<Consent> caller(Ask ask) {
    return ask.credentials("Bearer").flatMap(tokens::holder);
  }

  private static Answer unknownToken() {
    return Answer.failed(401, "this access token does not exist", -401);
  }

  private static Map<String, Object> json(Consent consent) {
    Person person = consent.person();
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("profile_nickname_needs_agreement", false);
    account.put("profile", Map.of("nickname", person.nickname(), "is_default_nickname", false));
    account.put("has_email", person.email().isPresent());
    if (person.email().isPresent()) {
      account.put("email_needs_agreement", !consent.email());
      if (consent.email()) {
        account.put("is_email_valid", true);
        account.put("is_email_verified", true);
        account.put("email", person.email().get());
      }
    }
    Map<String, Object> me = new LinkedHashMap<>();
    me.put("id", person.id());
    me.put("connected_at", CONNECTED_AT);
    me.put("properties", Map.of("nickname", person.nickname()));
    me.put("kakao_account", account);
    return me;
  }
}
