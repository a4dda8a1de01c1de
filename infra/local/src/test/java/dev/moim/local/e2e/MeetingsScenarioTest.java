package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Meetings over HTTP, with the stream that tells searches of them. */
class MeetingsScenarioTest {

  private static final Path PROJECT = Path.of(System.getProperty("moim.root"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CAUGHT_UP = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void meetingIsFoundWithinTwoSeconds() throws Exception {
    try (LocalCloud cloud = LocalCloud.start(LocalOptions.of(PROJECT).port(0))) {
      person(cloud, 1);
      person(cloud, 2);
      long first = create(cloud, "해물파전 번개").path("id").asLong();
      await(cloud, "파전", 1, Duration.ofSeconds(30)); // functions start for the first time
      create(cloud, "김치전 번개");
      Duration took = await(cloud, "김치전", 1, CAUGHT_UP);
      System.out.println("Search  caught up after " + took.toMillis() + " ms");
      JsonNode nearby = get(cloud, "/api/v1/meetings?latitude=37.5&longitude=127.0");
      assertThat(nearby.path("meetings")).hasSize(2);

      HttpResponse<String> applied =
          send(cloud, "POST", "/api/v1/participations/" + first, 2, BodyPublishers.noBody());
      assertThat(applied.statusCode()).isEqualTo(201);
      long id = JSON.readTree(applied.body()).path("participationId").asLong();
      String approve = "/api/v1/participations/" + id + "/approve";
      assertThat(send(cloud, "PATCH", approve, 1, BodyPublishers.noBody()).statusCode())
          .isEqualTo(200);
      String meeting = "/api/v1/meetings/" + first;
      assertThat(get(cloud, meeting).path("approvedCount").asInt()).isEqualTo(2);
      HttpResponse<String> gone = send(cloud, "DELETE", meeting, 1, BodyPublishers.noBody());
      assertThat(gone.statusCode()).isEqualTo(204);
      assertThat(gone.body()).isEmpty();
      await(cloud, "해물", 0, CAUGHT_UP);
    }
  }

  private Duration await(LocalCloud cloud, String word, int count, Duration limit)
      throws Exception {
    long start = System.nanoTime();
    String path =
        "/api/v1/meetings/search?foodCategory=&searchType=TITLE&keyword="
            + URLEncoder.encode(word, StandardCharsets.UTF_8);
    while (get(cloud, path).path("meetings").size() != count) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(word).isLessThan(limit);
      Thread.sleep(20);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void person(LocalCloud cloud, long id) {
    String table =
        cloud.dynamoDb().listTables().tableNames().stream()
            .filter(name -> name.contains("Accounts"))
            .findFirst()
            .orElseThrow();
    cloud
        .dynamoDb()
        .putItem(it ->
            it.tableName(table)
                .item(
                    Map.of(
                        "id", AttributeValue.fromS("user#" + id),
                        "nickname", AttributeValue.fromS("사람" + id),
                        "gender", AttributeValue.fromS("FEMALE"))));
  }

  private JsonNode create(LocalCloud cloud, String title) throws Exception {
    String at =
        LocalDateTime.now(ZoneId.of("Asia/Seoul"))
            .plusDays(7)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    String form =
        """
        {"title": "%s", "locationId": 1, "latitude": 37.4979, "longitude": 127.0276, "address": "서울 강남구 강남대로 396",
         "meetingDateTime": "%s", "maxCount": 4, "category": ["KOREAN"], "content": "같이 먹어요"}
        """
            .formatted(title, at);
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n"
            + "Content-Type: application/json\r\n\r\n"
            + form
            + "\r\n--b--\r\n";
    HttpResponse<String> answer =
        send(cloud, "POST", "/api/v1/meetings", 1, BodyPublishers.ofString(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(
      LocalCloud cloud, String method, String path, long user, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    String token =
        JSON.readTree(text(cloud, "/_local/access-token?sub=" + user)).path("accessToken").asText();
    HttpRequest request =
        HttpRequest.newBuilder(cloud.url().resolve(path))
            .header("authorization", "Bearer " + token)
            .header("content-type", "multipart/form-data; boundary=b")
            .method(method, body)
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private JsonNode get(LocalCloud cloud, String path) throws Exception {
    return JSON.readTree(text(cloud, path));
  }

  private String text(LocalCloud cloud, String path) throws IOException, InterruptedException {
    URI uri = cloud.url().resolve(path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }
}
