package dev.moim.shared.aws.http;

import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * What a connection leads to.
 *
 * @param tls whether it is encrypted
 */
record Origin(String host, int port, boolean tls) {

  static Origin of(SdkHttpRequest request) {
    return new Origin(request.host(), request.port(), request.protocol().equals("https"));
  }

  /** As the header {@code Host} has it. */
  String name() {
    boolean usual = port == (tls ? 443 : 80);
    return usual ? host : host + ":" + port;
  }
}
