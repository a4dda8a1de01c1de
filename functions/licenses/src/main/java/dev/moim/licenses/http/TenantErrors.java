package dev.moim.licenses.http;

import dev.moim.licenses.LicenseError;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpErrors;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors as {@code {status: false, message}}. */
final class TenantErrors implements HttpErrors {

  @Override
  public int status(ErrorCode code) {
    return code instanceof LicenseError error ? status(error) : 500;
  }

  private static int status(LicenseError error) {
    return switch (error) {
      case WRONG_KEYS, INVALID_TOKEN -> 401;
      case DISABLED -> 403;
      case ROOM_NOT_FOUND -> 404;
      case TOO_MANY_REQUESTS -> 429;
    };
  }

  @Override
  public Map<String, ?> body(Failure failure) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", false);
    body.put("message", failure.message());
    return body;
  }
}
