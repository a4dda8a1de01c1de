package dev.moim.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.client.MoimException;
import java.util.Optional;

/** What statuses mean. */
final class Refusals {

  static final int OK = 200;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;

  private Refusals() {}

  /** The body of an answer that is no refusal. */
  static JsonNode require(Exchange.Answer answer) {
    if (answer.status() == OK && answer.body().path("status").asBoolean()) {
      return answer.body();
    }
    throw switch (answer.status()) {
      case OK -> new MoimException.Unavailable("not an answer of Moim", Optional.empty());
      case UNAUTHORIZED -> new MoimException.Unauthorized(answer.message());
      case FORBIDDEN -> new MoimException.LicenseDisabled(answer.message());
      default -> new MoimException.InvalidRequest(answer.message());
    };
  }
}
