package dev.moim.client;

/**
 * A license's keys, as {@code ./moim license create} shows them once.
 *
 * @param accessKey says which license it is; no secret
 * @param secretKey must not leave the server
 */
public record Keys(String accessKey, String secretKey) {

  /** Logs show objects. */
  @Override
  public String toString() {
    return "Keys[accessKey=" + accessKey + ", secretKey=…]";
  }
}
