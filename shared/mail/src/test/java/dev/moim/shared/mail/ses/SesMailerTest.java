package dev.moim.shared.mail.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.mail.MailException;
import dev.moim.shared.mail.Message;
import dev.moim.shared.wire.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;

/** What goes out is what the SDK's own client would send. */
class SesMailerTest {

  private static final String FROM = "Moim <no-reply@example.org>";
  private static final Message MAIL =
      new Message(
          "minji@example.com",
          new Message.Content(
              "\uc778\uc99d \ucf54\ub4dc",
              new Message.Body("123456 \ud83d\ude00", "<b>123456</b>")));

  private record Seen(String method, String path, String type, String authorization, String body) {}

  private final List<Seen> seen = new ArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void saysWhatTheSdkSays() {
    mailer().send(MAIL);
    try (SesV2Client sdk = sdk()) {
      sdk.sendEmail(mail ->
          mail.fromEmailAddress(FROM)
              .destination(to -> to.toAddresses("minji@example.com"))
              .content(content ->
                  content.simple(simple ->
                      simple
                          .subject(utf8(MAIL.content().subject()))
                          .body(body ->
                              body.text(utf8(MAIL.content().body().text()))
                                  .html(utf8(MAIL.content().body().html()))))));
    }

    assertThat(seen).hasSize(2);
    Seen ours = seen.get(0);
    Seen theirs = seen.get(1);
    assertThat(ours.method() + ours.path()).isEqualTo(theirs.method() + theirs.path());
    assertThat(Json.read(ours.body())).isEqualTo(Json.read(theirs.body()));
    assertThat(ours.type()).isEqualTo(theirs.type());
    assertThat(scope(ours)).isEqualTo(scope(theirs)).endsWith("/eu-central-1/ses/aws4_request");
  }

  @Test
  void asksAgainWhenSesIsBusy() {
    statuses.addAll(List.of(429, 503, 200));

    mailer().send(MAIL);

    assertThat(seen).hasSize(3);
  }

  @Test
  void saysThatAMailWasNotSent() {
    statuses.add(400);

    assertThatThrownBy(() -> mailer().send(MAIL))
        .isInstanceOf(MailException.class)
        .hasRootCauseMessage("SES answered 400");
    assertThat(seen).hasSize(1);
  }

  @Test
  void sendsNoMailTwiceWhenItsAnswerIsLost() {
    statuses.add(0);

    assertThatThrownBy(() -> mailer().send(MAIL)).isInstanceOf(MailException.class);
    assertThat(seen).hasSize(1);
  }

  @Test
  void quotesNobody() {
    assertThat(MAIL.toString()).doesNotContain("minji", "123456");
  }

  private SesMailer mailer() {
    return new SesMailer(
        new AwsClients(
            new Settings(
                Map.of(
                    "AWS_REGION", "eu-central-1",
                    "AWS_ACCESS_KEY_ID", "local",
                    "AWS_SECRET_ACCESS_KEY", "local",
                    "AWS_ENDPOINT_URL_SESV2", address().toString()))),
        FROM);
  }

  private SesV2Client sdk() {
    return SesV2Client.builder()
        .endpointOverride(address())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Content utf8(String text) {
    return Content.builder().data(text).charset("UTF-8").build();
  }

  private static String scope(Seen request) {
    return request.authorization().replaceFirst(",.*", "");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      seen.add(
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              headers.getFirst("Content-Type"),
              headers.getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      int status = statuses.isEmpty() ? 200 : statuses.pop();
      if (status > 0) {
        byte[] body = "{\"MessageId\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }
}
