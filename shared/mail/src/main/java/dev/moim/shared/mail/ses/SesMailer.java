package dev.moim.shared.mail.ses;

import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.http.SignedHttp;
import dev.moim.shared.aws.http.SignedHttp.Answer;
import dev.moim.shared.mail.MailException;
import dev.moim.shared.mail.Mailer;
import dev.moim.shared.mail.Message;
import dev.moim.shared.wire.json.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Mail by Amazon SES, version 2 of its API. */
public final class SesMailer implements Mailer {

  private static final String PATH = "/v2/email/outbound-emails";
  private static final int MAX_ANSWER_BYTES = 10_000;

  private final SignedHttp ses;
  private final URI address;
  private final String from;

  /**
   * @param from the sender, an address or {@code Moim <no-reply@example.org>}, which SES has
   *     verified
   */
  public SesMailer(AwsClients aws, String from) {
    this.ses = aws.signed("ses", "SESV2");
    this.from = from;
    this.address =
        ses.service()
            .endpoint()
            .orElseGet(
                () -> URI.create("https://email." + ses.service().region() + ".amazonaws.com"))
            .resolve(PATH);
  }

  @Override
  public void send(Message message) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .putHeader("Content-Type", "application/json")
            .build();
    byte[] body = Json.write(json(message)).getBytes(StandardCharsets.UTF_8);
    Answer answer;
    try {
      answer = ses.send(request, body, MAX_ANSWER_BYTES);
    } catch (UncheckedIOException lost) {
      throw new MailException(lost);
    }
    if (!answer.isOk()) {
      throw new MailException(new IllegalStateException("SES answered " + answer.status()));
    }
  }

  private Map<String, ?> json(Message message) {
    Message.Content content = message.content();
    var body = Map.of("Text", utf8(content.body().text()), "Html", utf8(content.body().html()));
    return Map.of(
        "FromEmailAddress", from,
        "Destination", Map.of("ToAddresses", List.of(message.to())),
        "Content", Map.of("Simple", Map.of("Subject", utf8(content.subject()), "Body", body)));
  }

  private static Map<String, String> utf8(String text) {
    return Map.of("Data", text, "Charset", "UTF-8");
  }
}
