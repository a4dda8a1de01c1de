package dev.moim.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import dev.moim.local.function.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What an HTTP API makes of a function's answer. */
final class HttpAnswers {

  /** Lambda's limit for a synchronous invocation, both ways. */
  static final int MAX_PAYLOAD = 6 * 1024 * 1024;

  private static final String TYPE = "content-type";

  private HttpAnswers() {}

  static Reply of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failure failure -> failed();
      case Outcome.Answer answer when tooLarge(answer) -> failed();
      case Outcome.Answer answer ->
          Json.parse(answer.json()).map(HttpAnswers::reply).orElseGet(HttpAnswers::failed);
    };
  }

  private static Reply reply(JsonNode answer) {
    if (!answer.has("statusCode")) {
      return Reply.json(200, answer); // any other JSON is the body itself
    }
    int status = answer.path("statusCode").asInt();
    if (status < 100 || status > 599) {
      return failed();
    }
    String text = answer.path("body").asText("");
    byte[] body =
        answer.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    Reply reply = new Reply(status, List.of(), body);
    for (var header : answer.path("headers").properties()) {
      reply = reply.with(header.getKey(), header.getValue().asText());
    }
    for (JsonNode cookie : answer.path("cookies")) {
      reply = reply.with("set-cookie", cookie.asText());
    }
    return reply.has(TYPE) ? reply : reply.with(TYPE, "text/plain; charset=utf-8");
  }

  private static boolean tooLarge(Outcome.Answer answer) {
    return answer.json().getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD;
  }

  private static Reply failed() {
    return Reply.message(500, "Internal Server Error");
  }
}
