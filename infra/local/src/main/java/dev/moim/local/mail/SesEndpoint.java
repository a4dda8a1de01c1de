package dev.moim.local.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import dev.moim.local.mail.Mail.Envelope;
import dev.moim.local.mail.Mail.Words;
import dev.moim.shared.kernel.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SES as functions speak to it: {@code POST /v2/email/outbound-emails} with a simple message to one
 * person. Nothing leaves this machine. Only signed requests are taken, which no page elsewhere can
 * make; who signed is not asked.
 */
public final class SesEndpoint implements Endpoint {

  private static final int MAX_BYTES = 1_000_000;
  private static final Pattern ADDRESS = Pattern.compile("[^\\p{Cntrl}\\s]+@[^\\p{Cntrl}\\s]+");
  private static final Pattern SENDER = Pattern.compile("[^\\p{Cntrl}]*@[^\\p{Cntrl}]+");

  private final Mailbox mailbox;
  private final Clock clock;

  public SesEndpoint(Mailbox mailbox, Clock clock) {
    this.mailbox = mailbox;
    this.clock = clock;
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    return call.is("POST", "/v2/email/outbound-emails")
        ? Optional.of(take(call))
        : Optional.empty();
  }

  private Reply take(Call call) throws IOException {
    if (call.header("authorization").filter(it -> it.startsWith("AWS4-HMAC-SHA256")).isEmpty()) {
      return refused(403, "MissingAuthenticationTokenException", "The request is not signed");
    }
    JsonNode body =
        Json.parse(new String(call.body(MAX_BYTES), StandardCharsets.UTF_8))
            .orElseGet(Json::object);
    JsonNode to = body.path("Destination").path("ToAddresses");
    JsonNode simple = body.path("Content").path("Simple");
    var envelope = new Envelope(body.path("FromEmailAddress").asText(), to.path(0).asText());
    if (to.size() != 1 || !ADDRESS.matcher(envelope.to()).matches()) {
      return refused(400, "BadRequestException", "Exactly one address is taken here");
    }
    if (!SENDER.matcher(envelope.from()).matches()) {
      return refused(400, "BadRequestException", "Missing or malformed sender");
    }
    if (!simple.isObject()) {
      return refused(400, "BadRequestException", "Only simple messages are taken here");
    }
    return kept(envelope, simple);
  }

  private Reply kept(Envelope envelope, JsonNode simple) {
    JsonNode body = simple.path("Body");
    var words =
        new Words(data(simple.path("Subject")), data(body.path("Text")), data(body.path("Html")));
    Instant now = clock.instant();
    Mail mail = new Mail(Ids.timeOrdered(now), envelope, now, words);
    mailbox.keep(mail);
    return Reply.json(200, Json.object().put("MessageId", mail.id()));
  }

  private static String data(JsonNode content) {
    return content.path("Data").asText();
  }

  private static Reply refused(int status, String type, String message) {
    return Reply.message(status, message).with("x-amzn-errortype", type);
  }
}
