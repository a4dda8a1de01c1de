package dev.moim.local.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Counts;
import dev.moim.local.Json;
import dev.moim.local.TestCloud;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** {@code @connections}: what backends do with a socket. */
class ConnectionsEndpointTest {

  private static TestCloud cloud;

  private SocketFixture.Opened opened;

  @BeforeAll
  static void start() {
    cloud = TestCloud.start(SocketFixture.TEMPLATE);
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void open() throws InterruptedException {
    SocketFixture.reset();
    opened = SocketFixture.openWithId(cloud);
    cloud.cloud().counts().reset();
  }

  @Test
  void postReachesTheClient() throws Exception {
    assertThat(cloud.post(opened.path(), "안녕").statusCode()).isEqualTo(200);
    assertThat(opened.socket().next()).isEqualTo("안녕");
  }

  @Test
  void postsArriveInOrder() throws Exception {
    for (int i = 0; i < 50; i++) {
      cloud.post(opened.path(), "" + i);
    }
    for (int i = 0; i < 50; i++) {
      assertThat(opened.socket().next()).isEqualTo("" + i);
    }
  }

  @Test
  void largePostIsMeteredPer32Kilobytes() throws Exception {
    String message = "m".repeat(128 * 1024);
    assertThat(cloud.post(opened.path(), message).statusCode()).isEqualTo(200);
    assertThat(opened.socket().next()).isEqualTo(message);
    Counts.Snapshot counts = cloud.cloud().counts().snapshot();
    assertThat(counts.messagesOut()).isEqualTo(4);
    assertThat(counts.posts()).isEqualTo(1);
    assertThat(counts.messagesIn()).isZero();
  }

  @Test
  void postAbove128KilobytesIsTooLarge() {
    HttpResponse<String> answer = cloud.post(opened.path(), "m".repeat(128 * 1024 + 1));
    assertError(answer, 413, "PayloadTooLargeException");
    assertThat(cloud.cloud().counts().snapshot().posts()).isZero();
  }

  @Test
  void getDescribesTheConnection() {
    HttpResponse<String> answer = cloud.get(opened.path());
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = Json.parse(answer.body()).orElseThrow();
    assertThat(json.at("/connectedAt").asText()).isEqualTo(TestCloud.START.toString());
    assertThat(json.at("/lastActiveAt").asText()).isEqualTo(TestCloud.START.toString());
    assertThat(json.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void deleteClosesTheSocket() throws Exception {
    assertThat(cloud.delete(opened.path()).statusCode()).isEqualTo(204);
    assertThat(opened.socket().closeCode()).isEqualTo(1000);
    assertError(cloud.get(opened.path()), 410, "GoneException");
    assertError(cloud.post(opened.path(), "late"), 410, "GoneException");
    assertError(cloud.delete(opened.path()), 410, "GoneException");
  }

  /** Functions sign and send by themselves; whoever else asks a gateway takes AWS's client. */
  @Test
  void theClientOfAwsIsUnderstood() throws Exception {
    try (ApiGatewayManagementApiClient client =
        ApiGatewayManagementApiClient.builder()
            .endpointOverride(cloud.url("/calls"))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      String id = opened.id();
      client.postToConnection(post -> post.connectionId(id).data(SdkBytes.fromUtf8String("안녕")));
      assertThat(opened.socket().next()).isEqualTo("안녕");
      assertThat(client.getConnection(get -> get.connectionId(id)).connectedAt())
          .isEqualTo(TestCloud.START);
      client.deleteConnection(delete -> delete.connectionId(id));
      assertThat(opened.socket().closeCode()).isEqualTo(1000);
      assertThatThrownBy(() -> client.getConnection(get -> get.connectionId(id)))
          .isInstanceOf(GoneException.class);
    }
  }

  @Test
  void unknownConnectionIsGoneWithTheHeaderTheSdkReads() {
    String path = "/calls/@connections/AAAAAAAAAAAAAAA%3D";
    assertError(cloud.post(path, "hello"), 410, "GoneException");
  }

  @Test
  void idThatCannotBeOneIsABadRequest() {
    assertError(cloud.get("/calls/@connections/no%20id"), 400, "BadRequestException");
  }

  @Test
  void otherStagesAndMethodsAreForbidden() {
    assertError(cloud.get(opened.path().replace("calls", "other")), 403, "ForbiddenException");
    var put = HttpRequest.BodyPublishers.noBody();
    var request = HttpRequest.newBuilder(cloud.url(opened.path())).PUT(put);
    assertError(cloud.send(request), 403, "ForbiddenException");
  }

  private static void assertError(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(type);
  }
}
