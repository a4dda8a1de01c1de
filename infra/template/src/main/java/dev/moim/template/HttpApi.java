package dev.moim.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An HTTP API; its routes are the {@link EventSource.HttpRoute} events of the functions. */
public record HttpApi(String name, String stage, Optional<Cors> cors) {

  /**
   * What preflight requests are told.
   *
   * @param origins allowed origins; {@code *} allows all, {@code https://*.example.org} a family
   */
  public record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposedHeaders,
      boolean credentials,
      Optional<Duration> maxAge) {}
}
