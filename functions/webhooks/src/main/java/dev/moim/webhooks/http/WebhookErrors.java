package dev.moim.webhooks.http;

import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.lambda.HttpErrors;
import dev.moim.webhooks.endpoint.WebhookError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors as everything else that a license's token asks for has them. */
final class WebhookErrors implements HttpErrors {

  @Override
  public int status(ErrorCode code) {
    return code instanceof WebhookError error
        ? switch (error) {
          case INVALID_TOKEN -> 401;
          case DISABLED -> 403;
          case WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND -> 404;
          case TOO_MANY, WEBHOOK_DISABLED -> 409;
        }
        : 500;
  }

  @Override
  public Map<String, ?> body(Failure failure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", false);
    json.put("message", failure.message());
    return json;
  }
}
