package dev.moim.shared.kernel;

/** Why nothing can be done for anybody, whatever they ask for. */
public enum ServiceError implements ErrorCode {
  /**
   * Something the deployment needs is missing or malformed; its log says what. Trying again later
   * may help.
   */
  SERVICE_UNAVAILABLE("The service is not available");

  private final String message;

  ServiceError(String message) {
    this.message = message;
  }

  @Override
  public String message() {
    return message;
  }
}
