package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Patience;
import dev.moim.local.e2e.Curl.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole life of an account at a shell, by curl and a cookie jar; and when it is over, nothing
 * in any table or bucket says whose it was.
 */
class AccountLifeTest {

  /** As the stand-in for Kakao knows her. */
  private static final String EMAIL = "minji@example.com";

  private static final String HOST_EMAIL = "host@example.com";
  private static final String JSON_PART = ";type=application/json";
  private static final String KAKAO = "4000000001";
  private static final String GREETING = "안녕하세요, 처음 뵙겠습니다";
  private static final String NICKNAME = "민지라는사람";
  private static final String PHONE = "01012345678";
  private static final String FIRST = "first-Secret-1";
  private static final String SECOND = "second-Secret-2";

  /** The smallest red PNG. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

  @TempDir private Path folder;

  private CallsCloud cloud;
  private Curl curl;

  /** Somebody else, who stays. */
  private Curl host;

  private String hosting = "";

  @BeforeEach
  void start() {
    cloud = CallsCloud.start();
    curl = new Curl("http://localhost:" + cloud.cloud().port(), folder.resolve("cookies.txt"));
    host = new Curl("http://localhost:" + cloud.cloud().port(), folder.resolve("host.txt"));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void isLivedByCurl() throws IOException {
    signUp();
    String token = ok(logIn(FIRST)).path("accessToken").asText();
    String picture = introduce(token);
    String newer = ok(curl.json("POST", "/token/reissue", "")).path("accessToken").asText();
    String studyId = study(newer);
    sendPastTheApi(newer);
    String thumbnail = meet(newer);
    String self = ok(curl.run("/api/v1/users/me", as(newer))).path("userId").asText();
    String talkedIn = room(newer, self);
    StompSpeaker socket = talk(newer, self, talkedIn);

    changePassword();
    assertThat(curl.run("/api/v1/users/me", as(newer)).status()).isEqualTo(401);
    assertThat(curl.json("POST", "/token/reissue", "").status()).isEqualTo(401);
    assertThat(logIn(FIRST).status()).isEqualTo(400);
    JsonNode in = ok(logIn(SECOND));
    String userId = in.path("userId").asText();
    assertThat(kakao().path("userId").asText()).as("the same address").isEqualTo(userId);

    String last = in.path("accessToken").asText();
    String export = ok(curl.run("/api/v1/users/me/export", as(last))).toString();
    assertThat(export).contains(EMAIL, NICKNAME, PHONE, KAKAO, studyId, picture);
    assertThat(export).contains(talkedIn, GREETING, "PARTICIPANT_APPROVED");
    List<String> personal =
        List.of(EMAIL, NICKNAME, PHONE, KAKAO, picture, "1999-12-31", "users/" + userId + "/");
    List<String> links = List.of("author#" + userId, "user#" + userId);
    assertThat(Remains.of(cloud.cloud(), personal)).as("all of it is there").hasSize(7);
    assertThat(Remains.of(cloud.cloud(), links)).hasSize(2);
    assertThat(curl.run(thumbnail).status()).isEqualTo(200);
    assertThat(Remains.of(cloud.cloud(), List.of(NICKNAME)).get(NICKNAME))
        .as("other families know it too")
        .contains("StudyCalls", "Accounts", "Groups", "Meetings", "Chats");

    ok(curl.run("/api/v1/users", "-X", "DELETE", as(last)[0], as(last)[1]));
    assertThat(curl.run("/api/v1/users/me", as(last)).status()).isEqualTo(404);
    assertThat(logIn(SECOND).status()).isEqualTo(404);
    assertThat(curl.json("POST", "/token/reissue", "").status()).isEqualTo(401);
    List<String> all = Stream.concat(personal.stream(), links.stream()).toList();
    Patience.until("nothing personal is left", () -> Remains.of(cloud.cloud(), all).isEmpty());
    assertThat(Remains.of(cloud.cloud(), all)).isEqualTo(Map.of());
    assertThat(curl.run(thumbnail).status()).as("the picture of her meeting").isEqualTo(404);
    Patience.until("her socket is closed", () -> !socket.isOpen());
    socket.close();
    JsonNode said = ok(host.json("POST", "/api/v1/chatrooms/" + talkedIn + "/in", "", as(hosting)));
    assertThat(said.toString()).contains(GREETING, "탈퇴한 사용자님이 나갔습니다.", "\"userId\":0");
  }

  /** The room of somebody else's meeting, in which she takes part. */
  private String room(String token, String userId) {
    Patience.until("both rooms", () -> ok(curl.run("/api/v1/chatrooms", as(token))).size() == 2);
    for (JsonNode room : ok(curl.run("/api/v1/chatrooms", as(token)))) {
      if (!room.path("hostId").asText().equals(userId)) {
        return room.path("roomId").asText();
      }
    }
    throw new AssertionError("she takes part in somebody else's meeting");
  }

  /** She says something there, and is told what happens. */
  private StompSpeaker talk(String token, String userId, String roomId) {
    StompSpeaker socket = StompSpeaker.connect(cloud.cloud().url(), token);
    socket.listen("/sub/chat/room/" + roomId);
    socket.listen("/sub/notifications");
    socket.say(userId, roomId, GREETING);
    Patience.until(
        "what she is told", () -> !ok(curl.run("/api/v1/notifications", as(token))).isEmpty());
    return socket;
  }

  /** A meeting of hers with a picture, and one of somebody else's in which she takes part. */
  private String meet(String token) {
    hosting = hostToken();
    JsonNode own = meeting(curl, token, "-F", "thumbnail=@" + folder.resolve("me.png"));
    String other = meeting(host, hosting).path("id").asText();
    String application =
        ok(curl.json("POST", "/api/v1/participations/" + other, "", as(token)))
            .path("participationId")
            .asText();
    ok(host.json("PATCH", "/api/v1/participations/" + application + "/approve", "", as(hosting)));
    return own.path("thumbnail").asText();
  }

  private static JsonNode meeting(Curl who, String token, String... more) {
    String form =
        "{\"title\":\"저녁\",\"locationId\":1,\"latitude\":37.4979,\"longitude\":127.0276,"
            + "\"address\":\"서울 강남구\",\"meetingDateTime\":\"%s\",\"maxCount\":4,"
            + "\"category\":[\"KOREAN\"],\"content\":\"같이 먹어요\"}";
    String nextWeek =
        LocalDateTime.now(ZoneId.of("Asia/Seoul"))
            .plusWeeks(1)
            .truncatedTo(ChronoUnit.SECONDS)
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
    List<String> arguments = new ArrayList<>(List.of(as(token)));
    arguments.addAll(List.of("-F", "request=" + form.formatted(nextWeek) + JSON_PART));
    arguments.addAll(List.of(more));
    return ok(who.run("/api/v1/meetings", arguments.toArray(String[]::new)));
  }

  private String hostToken() {
    ok(
        host.json(
            "POST",
            "/api/v1/users/signup",
            "{\"email\":\"%s\",\"password\":\"%s\",\"nickname\":\"%s\",\"phone\":\"%s\"}"
                .formatted(HOST_EMAIL, FIRST, "주인장", "01087654321")));
    String code = mailed(HOST_EMAIL, "\\b(\\d{6})\\b");
    ok(host.run("/api/v1/users/signup/verify?code=" + code, "-X", "POST"));
    String in = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(HOST_EMAIL, FIRST);
    String token = ok(host.json("POST", "/api/v1/users/login", in)).path("accessToken").asText();
    String profile = "{\"gender\":\"MALE\",\"birth\":\"1990-01-01\"}";
    ok(
        host.run(
            "/api/v1/profiles",
            "-F",
            "request=" + profile + JSON_PART,
            as(token)[0],
            as(token)[1]));
    return token;
  }

  private static String[] as(String token) {
    return new String[] {"-H", "authorization: Bearer " + token};
  }

  private static JsonNode ok(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer.json();
  }

  private void signUp() {
    ok(
        curl.json(
            "POST",
            "/api/v1/users/signup",
            "{\"email\":\"%s\",\"password\":\"%s\",\"nickname\":\"%s\",\"phone\":\"%s\"}"
                .formatted(EMAIL, FIRST, NICKNAME, PHONE)));
    ok(
        curl.run(
            "/api/v1/users/signup/verify?code=" + mailed(EMAIL, "\\b(\\d{6})\\b"), "-X", "POST"));
  }

  /** What stands in the latest mail. */
  private String mailed(String to, String pattern) {
    JsonNode mails = ok(curl.run("/_local/mail?to=" + to, "-H", "accept: application/json"));
    Matcher found = Pattern.compile(pattern).matcher(mails.at("/mails/0/text").asText());
    assertThat(found.find()).as(mails.toString()).isTrue();
    return found.group(1);
  }

  private Answer logIn(String password) {
    return curl.json(
        "POST",
        "/api/v1/users/login",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, password));
  }

  /** The key of the picture. */
  private String introduce(String token) throws IOException {
    Path file = Files.write(folder.resolve("me.png"), PICTURE);
    String profile = "{\"gender\":\"FEMALE\",\"birth\":\"1999-12-31\",\"introduction\":\"안녕\"}";
    JsonNode created =
        ok(
            curl.run(
                "/api/v1/profiles",
                "-F",
                "request=" + profile + ";type=application/json",
                "-F",
                "profileImage=@" + file,
                as(token)[0],
                as(token)[1]));
    String url = created.path("profileImageUrl").asText();
    assertThat(curl.run(url).status()).isEqualTo(200);
    Matcher key = Pattern.compile("pictures/(users/\\d+/\\w+)/").matcher(url);
    assertThat(key.find()).as(url).isTrue();
    return key.group(1);
  }

  /** One with a call that is over, and so in its history. */
  private String study(String token) {
    String studyId =
        ok(curl.json("POST", "/api/my-studies", "{\"name\":\"Reading\"}", as(token)))
            .at("/study/id")
            .asText();
    String calls = "/api/my-studies/" + studyId + "/video-call";
    String session =
        ok(curl.json("POST", calls + "/start", "{}", as(token))).at("/session/id").asText();
    String body = "{\"sessionId\":\"" + session + "\"}";
    ok(curl.json("POST", calls + "/join", body, as(token)));
    ok(curl.json("POST", calls + "/leave", body, as(token)));
    Answer history = curl.run(calls + "/history", as(token));
    assertThat(ok(history).path("sessions").toString()).contains(NICKNAME);
    return studyId;
  }

  /** A file that is never taken over. */
  private void sendPastTheApi(String token) {
    String wish = "{\"contentType\":\"image/png\",\"bytes\":" + PICTURE.length + "}";
    JsonNode offer = ok(curl.json("POST", "/api/v1/uploads", wish, as(token)));
    Answer sent =
        curl.run(
            offer.path("url").asText(),
            "-X",
            "PUT",
            "-H",
            "content-type: image/png",
            "--data-binary",
            "@" + folder.resolve("me.png"));
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
  }

  private void changePassword() {
    ok(
        curl.json(
            "POST", "/api/v1/users/password/change/link-send", "{\"email\":\"" + EMAIL + "\"}"));
    String link = mailed(EMAIL, "token=(\\S+)");
    ok(
        curl.json(
            "POST",
            "/api/v1/users/password/change",
            "{\"token\":\"%s\",\"newPassword\":\"%s\"}".formatted(link, SECOND)));
  }

  /** As a browser goes there and back. */
  private JsonNode kakao() {
    String consent = curl.run("/api/v1/oauth/kakao").header("location").orElseThrow();
    String agreed = "decision=agree&account_email=on&person=" + KAKAO;
    String back = curl.run(consent, "-d", agreed).header("location").orElseThrow();
    String page = curl.run(back).header("location").orElseThrow();
    assertThat(page).contains("/accounts.html?code=");
    String code = page.replaceFirst(".*code=", "");
    return ok(curl.json("POST", "/api/v1/oauth/kakao/callback", "{\"code\":\"" + code + "\"}"));
  }
}
