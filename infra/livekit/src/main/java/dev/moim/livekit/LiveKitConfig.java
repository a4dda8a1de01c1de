package dev.moim.livekit;

import java.util.Optional;

/**
 * A LiveKit server for one machine, reachable from this machine only.
 *
 * @param port of HTTP and the signalling WebSocket; media uses the two after it, TCP and UDP
 * @param secret at least 32 characters, else LiveKit complains
 * @param webhook where events are posted, signed with the key
 */
public record LiveKitConfig(int port, String apiKey, String secret, Optional<String> webhook) {

  /** LiveKit's own default. */
  public static final int DEFAULT_PORT = 7880;

  String yaml() {
    return """
    port: %d
    bind_addresses: ["127.0.0.1"]
    rtc:
      tcp_port: %d
      udp_port: %d
      use_external_ip: false
      node_ip: 127.0.0.1
    keys:
      %s: %s
    logging:
      level: warn
    """
            .formatted(port, port + 1, port + 2, apiKey, secret)
        + webhook
            .map(url ->
                """
                webhook:
                  api_key: %s
                  urls: ["%s"]
                """
                    .formatted(apiKey, url))
            .orElse("");
  }
}
