package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.checks.Repository;
import dev.moim.kakao.KakaoServer;
import dev.moim.kakao.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to minji's account: every path of the functions that asks for a right. */
final class AccountsPlay {

  static final String SECRET = "the secret that signs tokens of users";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** In the events her password is this, and her address and id are these. */
  private static final String PASSWORD = "correct horse";

  private static final String ID = "122712345678848";

  /** The smallest red PNG. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

  private final Functions functions;
  private final GuardedAws aws;
  private final KakaoServer kakao;
  private final Consumer<String> speech;
  private final Set<String> played = new TreeSet<>();
  private String code = "";
  private String link = "";
  private String userId = ID;
  private String token = "";
  private String cookie = "";

  /**
   * @param speech lets somebody have said something in a chat room
   */
  AccountsPlay(Functions functions, GuardedAws aws, KakaoServer kakao, Consumer<String> speech) {
    this.functions = functions;
    this.speech = speech;
    this.aws = aws;
    this.kakao = kakao;
  }

  /** The files under {@code events/accounts} that took part. */
  Set<String> played() {
    return played;
  }

  void all() {
    functions.all().forEach(function -> functions.invoke(function, golden("warm").toString()));
    signUp();
    play("verifyEmail", 200);
    logIn();
    introduce();
    cookie = play("apiV1TokenReissue", 200);
    cookie = play("tokenReissue", 200);
    play("logOut", 200);
    askForALink();
    play("changePassword", 200);
    play("logIn", 400); // the password is another one now
    wrongCookie();
    askForALink();
    play("changePassword", 200);
    withKakao(new Person(1L, "Minji", Optional.of("minji@example.com")));
    leave();
    withKakao(new Person(2L, "Hana", Optional.of("hana@example.com")));
    sendAhead("createProfile", "request", 201);
    put(body("offerUpload", 201).path("url").asText(), PICTURE); // and never taken over
    play("deleteAccount", 200);
  }

  /** The first time minji's address leads to her account, then there is none to lead to. */
  private void withKakao(Person person) {
    APIGatewayV2HTTPResponse begun = answer("beginKakao", 302);
    cookie = begun.getHeaders().get("set-cookie").split(";")[0];
    URI back = kakao.kakao().agree(URI.create(begun.getHeaders().get("location")), person);
    ObjectNode callback = golden("kakaoCallback");
    ObjectNode query = (ObjectNode) callback.path("queryStringParameters");
    for (String field : back.getRawQuery().split("&")) {
      query.put(field.split("=")[0], field.split("=")[1]);
    }
    callback.putArray("cookies").add(cookie);
    APIGatewayV2HTTPResponse returned = send(callback);
    assertThat(returned.getHeaders().get("location")).contains("?code=");
    ObjectNode handed = golden("kakaoLogIn");
    handed.put("body", "{\"code\":\"" + query.path("code").asText() + "\"}");
    handed.putArray("cookies").add(returned.getHeaders().get("set-cookie").split(";")[0]);
    APIGatewayV2HTTPResponse in = send(handed);
    assertThat(in.getStatusCode()).as(in.getBody()).isEqualTo(200);
    token = read(in.getBody()).path("accessToken").asText();
    userId = read(in.getBody()).path("userId").asText();
  }

  private void signUp() {
    play("signUp", 201);
    code = mailed("(?m)^ +(\\d{6})$");
  }

  /** What stands in the last mail. */
  private String mailed(String pattern) {
    String text = "";
    for (JsonNode mail : aws.mails()) {
      text = mail.at("/Content/Simple/Body/Text/Data").asText();
    }
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  /** With one picture, then with another; each is looked at by whoever is told where it is. */
  private void introduce() {
    look(body("createProfile", 201).path("profileImageUrl").asText());
    play("updateSelf", 200);
    sendAhead("updateSelf", "updateRequest", 200);
    look(body("readSelf", 200).path("profileImageUrl").asText());
    look(body("readPerson", 200).path("profileImageUrl").asText());
    speech.accept(userId);
    look(body("export", 200).at("/account/profileImageUrl").asText());
  }

  /** A picture by an address of its own, and a form that names it. */
  private void sendAhead(String form, String part, int expected) {
    JsonNode offer = body("offerUpload", 201);
    put(offer.path("url").asText(), PICTURE);
    ObjectNode event = golden(form);
    String profile = "{\"gender\":\"MALE\",\"birth\":\"2000-01-01\",\"profileImageUpload\":\"%s\"}";
    String body =
        "------b7e1\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n------b7e1--\r\n"
            .formatted(part, profile.formatted(offer.path("upload").asText()));
    event.put("body", body).put("isBase64Encoded", false);
    ((ObjectNode) event.path("headers")).put("authorization", "Bearer " + token);
    assertThat(send(event).getStatusCode()).isEqualTo(expected);
  }

  private static void put(String address, byte[] content) {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(address)).PUT(BodyPublishers.ofByteArray(content));
      assertThat(browser.send(request.build(), BodyHandlers.discarding()).statusCode())
          .as(address)
          .isEqualTo(200);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(address, e);
    }
  }

  private void look(String address) {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      var answer =
          browser.send(
              HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.body()).isNotEmpty();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(address, e);
    }
  }

  private void askForALink() {
    play("sendPasswordLink", 200);
    link = mailed("(?m)token=(\\S+)$");
  }

  private void logIn() {
    ObjectNode event = golden("logIn");
    APIGatewayV2HTTPResponse answer = send(event);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    JsonNode body = read(answer.getBody());
    userId = body.path("userId").asText();
    token = body.path("accessToken").asText();
    cookie = answer.getHeaders().get("set-cookie").split(";")[0];
  }

  /** One that was stolen ends its login. */
  private void wrongCookie() {
    ObjectNode event = golden("logIn");
    event.put("body", event.path("body").asText().replace(PASSWORD, "another horse"));
    APIGatewayV2HTTPResponse answer = send(event);
    cookie = answer.getHeaders().get("set-cookie").split(";")[0] + "x";
    play("tokenReissue", 401);
  }

  private void leave() {
    ObjectNode event = golden("logIn");
    event.put("body", event.path("body").asText().replace(PASSWORD, "another horse"));
    token = read(send(event).getBody()).path("accessToken").asText();
    play("deleteAccount", 200);
  }

  /** Sends a golden event as minji; returns the cookie it set, if it did. */
  private String play(String event, int expected) {
    return answer(event, expected).getHeaders().getOrDefault("set-cookie", "").split(";")[0];
  }

  private JsonNode body(String event, int expected) {
    return read(answer(event, expected).getBody());
  }

  private APIGatewayV2HTTPResponse answer(String event, int expected) {
    ObjectNode request =
        (ObjectNode)
            read(
                golden(event)
                    .toString()
                    .replace("code=123456", "code=" + code)
                    .replace("\"code\":\"123456\"", "\"code\":\"" + code + "\"")
                    .replace(ID + ".abcdefghijklmnopqrstuvwxyz012345", link)
                    .replace(ID, userId));
    if (request.has("cookies")) {
      request.putArray("cookies").add(cookie);
    }
    if (request.path("headers").has("authorization")) {
      ((ObjectNode) request.path("headers")).put("authorization", "Bearer " + token);
    }
    APIGatewayV2HTTPResponse answer = send(request);
    assertThat(answer.getStatusCode()).as(event + ": " + answer.getBody()).isEqualTo(expected);
    return answer;
  }

  private APIGatewayV2HTTPResponse send(ObjectNode request) {
    return (APIGatewayV2HTTPResponse)
        functions.invokeRoute(request.path("routeKey").asText(), request.toString());
  }

  private ObjectNode golden(String event) {
    played.add(event + ".json");
    return (ObjectNode) read(Repository.text("events/accounts/" + event + ".json"));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
