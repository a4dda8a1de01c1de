package dev.moim.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.mail.Message;
import dev.moim.shared.mail.ses.SesMailer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;

/** Mail that functions send, as it is shown on this machine. */
class MailTest {

  private static final String KOREAN =
      "[Moim] \uc774\uba54\uc77c \uc778\uc99d \ucf54\ub4dc\ub97c"
          + " \ud655\uc778\ud574 \uc8fc\uc138\uc694 \ud83d\ude00";

  private final HttpClient http = HttpClient.newHttpClient();
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start("Resources:\n" + Script.function("Work", 3));
  }

  @AfterEach
  void stop() {
    cloud.close();
    http.close();
  }

  @Test
  void showsWhatOurMailerSent() {
    send("minji@example.com", KOREAN, "123456", "<b onclick=\"x('y')\">123456</b>");

    JsonNode mails = json("");
    assertThat(mails).hasSize(1);
    assertThat(mails.path(0).path("to").asText()).isEqualTo("minji@example.com");
    assertThat(mails.path(0).path("from").asText()).isEqualTo("Moim <no-reply@example.org>");
    assertThat(mails.path(0).path("subject").asText()).isEqualTo(KOREAN);
    assertThat(mails.path(0).path("text").asText()).isEqualTo("123456");

    HttpResponse<String> page = get("", "text/html");
    assertThat(page.body())
        .contains("<h2>" + KOREAN + "</h2>")
        .contains("srcdoc=\"&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;123456&lt;/b&gt;\"")
        .doesNotContain("<b onclick");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'");
  }

  @Test
  void showsWhatTheSdkSent() {
    try (SesV2Client sdk = sdk()) {
      String id =
          sdk.sendEmail(mail ->
                  mail.fromEmailAddress("a@example.org")
                      .destination(to -> to.toAddresses("juno@example.com"))
                      .content(content ->
                          content.simple(simple ->
                              simple
                                  .subject(it -> it.data("Hello"))
                                  .body(body ->
                                      body.text(it -> it.data("Hi")).html(it -> it.data("<p>"))))))
              .messageId();
      assertThat(json("").path(0).path("id").asText()).isEqualTo(id);

      assertThatThrownBy(() ->
              sdk.sendEmail(mail ->
                  mail.fromEmailAddress("a@example.org")
                      .destination(to -> to.toAddresses("no address"))
                      .content(content ->
                          content.simple(simple ->
                              simple
                                  .subject(it -> it.data("Hello"))
                                  .body(body -> body.text(it -> it.data("Hi")))))))
          .isInstanceOf(BadRequestException.class);
    }
    assertThat(json("")).hasSize(1);
  }

  @Test
  void findsTheMailOfOnePersonTheNewestFirst() {
    send("minji@example.com", "first", "1", "1");
    send("juno@example.com", "second", "2", "2");
    send("minji@example.com", "third", "3", "3");

    assertThat(json("?to=Minji%40example.com").findValuesAsText("subject"))
        .containsExactly("third", "first");
    assertThat(json("").findValuesAsText("subject")).containsExactly("third", "second", "first");
    assertThat(json("?to=nobody%40example.com")).isEmpty();
  }

  @Test
  void takesNothingFromPagesElsewhere() {
    HttpRequest.Builder unsigned =
        HttpRequest.newBuilder(cloud.cloud().url().resolve("/v2/email/outbound-emails"))
            .header("content-type", "text/plain")
            .POST(BodyPublishers.ofString("{}"));

    assertThat(send(unsigned).statusCode()).isEqualTo(403);
    assertThat(json("")).isEmpty();
  }

  @Test
  void keepsMailAsFilesThatMailProgramsOpen(@TempDir Path folder) throws IOException {
    Mailbox mailbox = new Mailbox(Optional.of(folder.resolve("mail")));
    var words = new Mail.Words(KOREAN, "text \ud83d\ude00\r\nline", "<p>\ud55c\uae00</p>");
    Mail mail =
        new Mail(
            "0001",
            new Mail.Envelope("Moim <a@example.org>", "minji@example.com"),
            Instant.parse("2026-03-01T10:00:00Z"),
            words);
    mailbox.keep(mail);

    String file = Files.readString(folder.resolve("mail/0001.eml"));
    assertThat(file)
        .contains("To: minji@example.com\r\n", "Date: Sun, 1 Mar 2026 10:00:00 GMT\r\n")
        .contains("Content-Type: multipart/alternative; boundary=\"moim-0001\"\r\n");
    assertThat(file.lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(78);
    assertThat(file.chars().max().orElseThrow()).isLessThan(128);

    Files.writeString(folder.resolve("mail/0002.eml"), "From: somebody else\r\n\r\nHello");
    List<Mail> again = new Mailbox(Optional.of(folder.resolve("mail"))).list(Optional.empty());
    assertThat(again).containsExactly(mail);
  }

  private void send(String to, String subject, String text, String html) {
    var settings =
        new Settings(
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_SESV2", cloud.cloud().url().toString()));
    new SesMailer(new AwsClients(settings), "Moim <no-reply@example.org>")
        .send(new Message(to, new Message.Content(subject, new Message.Body(text, html))));
  }

  private SesV2Client sdk() {
    return SesV2Client.builder()
        .endpointOverride(cloud.cloud().url())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private JsonNode json(String query) {
    HttpResponse<String> answer = get(query, "application/json");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Json.parse(answer.body()).orElseThrow().path("mails");
  }

  private HttpResponse<String> get(String query, String accept) {
    URI page = URI.create(cloud.cloud().url() + "/_local/mail" + query);
    return send(HttpRequest.newBuilder(page).header("accept", accept));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
