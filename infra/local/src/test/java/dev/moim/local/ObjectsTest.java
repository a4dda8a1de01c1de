package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.objects.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Buckets of a template, in a server that speaks S3, from one run to the next. */
class ObjectsTest {

  private static final String BUCKETS =
      """
      Resources:
        PicturesBucket:
          Type: AWS::S3::Bucket
          Properties:
            CorsConfiguration:
              CorsRules: [{AllowedOrigins: ["https://app.example.org"], AllowedMethods: [PUT]}]
      """;

  @TempDir private Path folder;

  @Test
  void keepsObjectsBetweenRuns() throws IOException {
    try (LocalCloud cloud = start(false);
        S3Client s3 = client(cloud)) {
      s3.putObject(
          put -> put.bucket("picturesbucket").key("pictures/a/b").contentType("image/png"),
          RequestBody.fromString("pixels"));
    }
    try (LocalCloud cloud = start(false);
        S3Client s3 = client(cloud)) {
      var object = s3.getObjectAsBytes(get -> get.bucket("picturesbucket").key("pictures/a/b"));
      assertThat(object.asUtf8String()).isEqualTo("pixels");
      assertThat(object.response().contentType()).isEqualTo("image/png");
    }
    try (LocalCloud cloud = start(true);
        S3Client s3 = client(cloud)) {
      assertThatThrownBy(
              () -> s3.getObjectAsBytes(get -> get.bucket("picturesbucket").key("pictures/a/b")))
          .isInstanceOf(NoSuchKeyException.class);
    }
  }

  @Test
  void letsPagesOfTheTemplatesOriginsSendFiles() throws Exception {
    try (LocalCloud cloud = start(false);
        HttpClient http = HttpClient.newHttpClient()) {
      assertThat(allowed(http, cloud, "https://app.example.org"))
          .isEqualTo("https://app.example.org");
      assertThat(allowed(http, cloud, "http://localhost:3000")).isEqualTo("http://localhost:3000");
      assertThat(allowed(http, cloud, "https://evil.example.org")).isEmpty();
    }
  }

  @Test
  void startsNothingForATemplateWithoutBuckets() {
    try (TestCloud cloud = TestCloud.start("Resources:\n" + Script.function("Work", 3))) {
      assertThatThrownBy(() -> cloud.cloud().objectsUrl())
          .isInstanceOf(NoSuchElementException.class);
      assertThat(cloud.get("/_local/health").body()).doesNotContain("s3");
    }
  }

  private LocalCloud start(boolean fresh) throws IOException {
    Path template = Files.writeString(folder.resolve("template.yaml"), BUCKETS);
    LocalCloud cloud =
        LocalCloud.start(
            LocalOptions.of(folder).template(template).home(folder.resolve("home")).fresh(fresh));
    assertThat(cloud.objectsUrl().getHost()).isEqualTo("127.0.0.1");
    return cloud;
  }

  private static S3Client client(LocalCloud cloud) {
    return S3Client.builder()
        .endpointOverride(cloud.objectsUrl())
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3Server.KEY, S3Server.KEY)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static String allowed(HttpClient http, LocalCloud cloud, String origin)
      throws IOException, InterruptedException {
    URI object = URI.create(cloud.objectsUrl() + "/picturesbucket/uploads/a");
    HttpRequest preflight =
        HttpRequest.newBuilder(object)
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("origin", origin)
            .header("access-control-request-method", "PUT")
            .header("access-control-request-headers", "content-type")
            .build();
    HttpResponse<String> answer = http.send(preflight, BodyHandlers.ofString());
    return answer.headers().firstValue("access-control-allow-origin").orElse("");
  }
}
