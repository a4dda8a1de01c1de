package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.accounts.http.BeginKakaoHandler;
import dev.moim.accounts.http.ChangePasswordHandler;
import dev.moim.accounts.http.CreateProfileHandler;
import dev.moim.accounts.http.DeleteAccountHandler;
import dev.moim.accounts.http.ExportHandler;
import dev.moim.accounts.http.KakaoCallbackHandler;
import dev.moim.accounts.http.KakaoLogInHandler;
import dev.moim.accounts.http.LogInHandler;
import dev.moim.accounts.http.LogOutHandler;
import dev.moim.accounts.http.OfferUploadHandler;
import dev.moim.accounts.http.ReadPersonHandler;
import dev.moim.accounts.http.ReadSelfHandler;
import dev.moim.accounts.http.ReissueHandler;
import dev.moim.accounts.http.SendPasswordLinkHandler;
import dev.moim.accounts.http.SignUpHandler;
import dev.moim.accounts.http.UpdateSelfHandler;
import dev.moim.accounts.http.VerifyEmailHandler;
import dev.moim.accounts.person.Passwords;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.mail.Message;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.TestContext;
import dev.moim.testkit.spec.OpenApi;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The family's functions behind their routes. Every answer is as the OpenAPI describes it. */
final class AccountsApi {

  static final String TOKEN_SECRET = "the secret that signs tokens of users";
  static final String USERS = "/api/v1/users";

  private static final OpenApi OPEN_API = OpenApi.ofProject();

  /** An answer as a client sees it. */
  record Answer(int status, Map<String, @Nullable Object> body, Map<String, String> headers) {

    String text(String field) {
      return String.valueOf(body.get(field));
    }

    String code() {
      return text("code");
    }

    String message() {
      return text("message");
    }

    String access() {
      return text("accessToken");
    }

    /** {@code refresh=…}, as a browser sends it back; "" if none was set. */
    String cookie() {
      return headers.getOrDefault("set-cookie", "").split(";")[0];
    }
  }

  final MemoryPictures pictures = new MemoryPictures();

  /** What was mailed. */
  final List<Message> mails = new CopyOnWriteArrayList<>();

  final AccountsWiring wiring;
  private final Map<String, HttpEndpoint> routes = new LinkedHashMap<>();

  /** With cheap hashes: tests that are about them ask for their own. */
  AccountsApi(DynamoDbExtension dynamo, TestClock clock, Map<String, String> more) {
    this(dynamo, clock, more, Someone.CHEAP);
  }

  AccountsApi(
      DynamoDbExtension dynamo, TestClock clock, Map<String, String> more, Passwords passwords) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ACCOUNTS_TABLE", dynamo.table("AccountsTable"));
    settings.put("GROUPS_TABLE", dynamo.table("GroupsTable"));
    settings.put("CHATS_TABLE", dynamo.table("ChatsTable"));
    settings.put("MEETINGS_TABLE", dynamo.table("MeetingsTable"));
    settings.put("STUDY_CALLS_TABLE", dynamo.table("StudyCallsTable"));
    settings.put("TOKEN_SECRET", TOKEN_SECRET);
    settings.put("PASSWORD_PAGE", "https://app.example.com/password");
    settings.put("KAKAO_REDIRECT_URI", "https://api.example.com/api/v1/oauth/kakao/callback");
    settings.put("KAKAO_PAGE", "https://app.example.com/account");
    settings.put("ALLOWED_ORIGINS", "https://app.example.com");
    settings.putAll(more);
    wiring =
        new AccountsWiring(
            Deployment.of(new Settings(settings)).with(clock).with(dynamo.client()),
            passwords,
            new OutsideWiring(
                () -> mails::add,
                () -> pictures,
                () -> pictures,
                () -> OutsideWiring.kakao(Deployment.of(new Settings(settings)))));
    routes.put("GET /api/v1/oauth/kakao", new BeginKakaoHandler(wiring));
    routes.put("GET /api/v1/oauth/kakao/callback", new KakaoCallbackHandler(wiring));
    routes.put("POST /api/v1/oauth/kakao/callback", new KakaoLogInHandler(wiring));
    routes.put("POST /api/v1/users/signup", new SignUpHandler(wiring));
    routes.put("POST /api/v1/users/password/change/link-send", new SendPasswordLinkHandler(wiring));
    routes.put("POST /api/v1/users/signup/verify", new VerifyEmailHandler(wiring));
    routes.put("POST /api/v1/users/login", new LogInHandler(wiring));
    routes.put("DELETE /api/v1/users/logout", new LogOutHandler(wiring));
    routes.put("POST /api/v1/users/password/change", new ChangePasswordHandler(wiring));
    routes.put("POST /api/v1/profiles", new CreateProfileHandler(wiring));
    routes.put("POST /api/v1/uploads", new OfferUploadHandler(wiring));
    routes.put("PUT /api/v1/users/me", new UpdateSelfHandler(wiring));
    routes.put("GET /api/v1/users/me", new ReadSelfHandler(wiring));
    routes.put("GET /api/v1/users/me/export", new ExportHandler(wiring));
    routes.put("GET /api/v1/users/{userId}", new ReadPersonHandler(wiring));
    routes.put("DELETE /api/v1/users", new DeleteAccountHandler(wiring));
    ReissueHandler reissue = new ReissueHandler(wiring);
    routes.put("POST /token/reissue", reissue);
    routes.put("POST /api/v1/token/reissue", reissue);
  }

  /** A request that is being made up. */
  final class Request {
    private final String route;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> path = new HashMap<>();
    private List<String> cookies = List.of();
    private String body = "";
    private boolean wrapped;
    private String source = "203.0.113.7";
    private String host = "api.example.com";

    private Request(String route) {
      this.route = route;
    }

    Request as(String token) {
      headers.put("authorization", "Bearer " + token);
      return this;
    }

    Request header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    Request cookie(String cookie) {
      cookies = cookie.isEmpty() ? List.of() : List.of("theme=dark", cookie);
      return this;
    }

    Request query(String name, String value) {
      query.put(name, value);
      return this;
    }

    Request path(String name, String value) {
      path.put(name, value);
      return this;
    }

    Request json(Map<String, ?> fields) {
      headers.put("content-type", "application/json");
      return body(Json.write(fields));
    }

    Request body(String text) {
      body = text;
      return this;
    }

    /** As the gateway wraps what it does not take for text. */
    Request binary(String base64) {
      wrapped = true;
      return body(base64);
    }

    Request from(String address) {
      source = address;
      return this;
    }

    Request at(String name) {
      host = name;
      return this;
    }

    Answer send() {
      APIGatewayV2HTTPEvent event =
          APIGatewayV2HTTPEvent.builder()
              .withRouteKey(route)
              .withRequestContext(
                  RequestContext.builder()
                      .withRequestId("r1")
                      .withDomainName(host)
                      .withHttp(Http.builder().withSourceIp(source).build())
                      .build())
              .withHeaders(headers)
              .withCookies(cookies)
              .withQueryStringParameters(query.isEmpty() ? null : query)
              .withPathParameters(path.isEmpty() ? null : path)
              .withBody(body)
              .withIsBase64Encoded(wrapped)
              .build();
      APIGatewayV2HTTPResponse response = answer(route, event);
      assertThat(OPEN_API.problems(route, response.getStatusCode(), response.getBody()))
          .as(response.getBody())
          .isEmpty();
      return new Answer(
          response.getStatusCode(), Json.readObject(response.getBody()), response.getHeaders());
    }
  }

  Request request(String route) {
    return new Request(route);
  }

  Answer verify(String code) {
    return request("POST /api/v1/users/signup/verify").query("code", code).send();
  }

  Answer logIn(String email, String password) {
    return request("POST /api/v1/users/login")
        .json(Map.of("email", email, "password", password))
        .send();
  }

  Answer reissue(String cookie) {
    return request("POST /token/reissue").cookie(cookie).send();
  }

  Answer me(String token) {
    return request("GET /api/v1/users/me").as(token).send();
  }

  Answer logOut(String token) {
    return request("DELETE /api/v1/users/logout").as(token).send();
  }

  Answer leave(String token) {
    return request("DELETE /api/v1/users").as(token).send();
  }

  Answer export(String token) {
    return request("GET /api/v1/users/me/export").as(token).send();
  }

  Answer changePassword(String link, String password) {
    return request("POST /api/v1/users/password/change")
        .json(Map.of("token", link, "newPassword", password))
        .send();
  }

  APIGatewayV2HTTPResponse answer(String route, APIGatewayV2HTTPEvent event) {
    assertThat(routes).as("the handlers that AccountsApi.java lists").containsKey(route);
    return routes.get(route).handleRequest(event, TestContext.INSTANCE);
  }
}
