package dev.moim.webhooks.endpoint;

import dev.moim.shared.kernel.ErrorCode;

/** Every way a request about webhooks can be refused. */
public enum WebhookError implements ErrorCode {
  INVALID_TOKEN("The token in s-connector-jwt is missing, expired or not ours"),
  DISABLED("The license is disabled"),
  TOO_MANY("A license has at most five webhooks"),
  WEBHOOK_NOT_FOUND("Webhook not found"),
  DELIVERY_NOT_FOUND("Delivery not found"),
  WEBHOOK_DISABLED("The webhook is disabled");

  private final String message;

  WebhookError(String message) {
    this.message = message;
  }

  @Override
  public String message() {
    return message;
  }
}
