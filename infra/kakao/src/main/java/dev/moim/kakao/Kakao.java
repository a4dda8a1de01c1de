package dev.moim.kakao;

import dev.moim.kakao.Grant.Consent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kakao Login as its REST documentation describes it, in memory: both hosts, {@code
 * kauth.kakao.com} and {@code kapi.kakao.com}, as one. It knows requests and answers and not how
 * they travel.
 */
public final class Kakao {

  private final App app;
  private final Tokens tokens;
  private final UserApi users;
  private final Set<Long> connected = ConcurrentHashMap.newKeySet();
  private final People people = new People();

  public Kakao(App app, Clock clock) {
    this.app = app;
    this.tokens = new Tokens(app, clock);
    this.users = new UserApi(app, tokens, connected);
  }

  public Answer answer(Ask ask) {
    return switch (ask.method() + " " + ask.path()) {
      case "GET /oauth/authorize" -> invalid(ask).orElseGet(() -> page());
      case "POST /oauth/authorize" -> invalid(ask).orElseGet(() -> decided(ask));
      case "POST /oauth/token" -> tokens.answer(ask);
      case "GET /v2/user/me", "POST /v2/user/me" -> users.me(ask);
      case "POST /v1/user/unlink" -> users.unlink(ask);
      default -> Answer.failed(404, "not found", -404);
    };
  }

  /**
   * What the consent page does when somebody agrees to everything.
   *
   * @param authorize the address that the app sent the browser to
   * @return where the browser goes next, with a code
   */
  public URI agree(URI authorize, Person person) {
    Ask ask =
        new Ask(
            "POST",
            "/oauth/authorize",
            Ask.fields(authorize.getRawQuery()),
            Map.of(),
            Optional.empty());
    return URI.create(agreed(ask, new Consent(person, true)));
  }

  /** Whether the app may still act for this person. */
  public boolean isConnected(Person person) {
    return connected.contains(person.id());
  }

  private Answer page() {
    return Answer.page(200, ConsentPage.of(people.known()));
  }

  private Answer decided(Ask ask) {
    if (!ask.form().getOrDefault("decision", "").equals("agree")) {
      Map<String, String> denied = new LinkedHashMap<>();
      denied.put("error", "access_denied");
      denied.put("error_description", "User denied access");
      return Answer.redirect(back(ask, denied));
    }
    Person person = people.chosen(ask.form());
    boolean email = ask.form().containsKey("account_email");
    return Answer.redirect(agreed(ask, new Consent(person, email)));
  }

  private String agreed(Ask ask, Consent consent) {
    connected.add(consent.person().id());
    String redirectUri = ask.query().getOrDefault("redirect_uri", "");
    String code = tokens.code(consent, redirectUri, challenge(ask));
    return back(ask, Map.of("code", code));
  }

  private static Optional<Grant.Challenge> challenge(Ask ask) {
    return Optional.ofNullable(ask.query().get("code_challenge"))
        .map(value ->
            new Grant.Challenge(ask.query().getOrDefault("code_challenge_method", "plain"), value));
  }

  /** Kakao shows these to the person and sends nobody back: the address may be anybody's. */
  private Optional<Answer> invalid(Ask ask) {
    if (!ask.query().getOrDefault("client_id", "").equals(app.clientId())) {
      return Optional.of(Answer.page(401, ConsentPage.error("KOE101", "Not exist client_id")));
    }
    if (!ask.query().getOrDefault("redirect_uri", "").matches("https?://[^\\s]+")) {
      return Optional.of(Answer.page(400, ConsentPage.error("KOE006", "Redirect URI mismatch")));
    }
    if (!ask.query().getOrDefault("response_type", "").equals("code")) {
      return Optional.of(
          Answer.page(400, ConsentPage.error("KOE033", "response_type must be code")));
    }
    return Optional.empty();
  }

  private static String back(Ask ask, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    if (ask.query().containsKey("state")) {
      all.put("state", ask.query().get("state"));
    }
    StringBuilder address = new StringBuilder(ask.query().getOrDefault("redirect_uri", ""));
    all.forEach((name, value) ->
        address
            .append(address.indexOf("?") < 0 ? '?' : '&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return address.toString();
  }
}
