package dev.moim.rooms.socketio;

import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpErrors;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors as {@code {code, message}}, as Engine.IO's server writes them. */
record PollingErrors() implements HttpErrors {

  @Override
  public int status(ErrorCode code) {
    return switch (code) {
      case PollingError.TOO_LARGE -> 413;
      case PollingError _ -> 400;
      default -> 500;
    };
  }

  @Override
  public Map<String, ?> body(Failure failure) {
    PollingError known =
        failure.code() instanceof PollingError error ? error : PollingError.BAD_REQUEST;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", known.number());
    body.put("message", failure.message());
    return body;
  }
}
