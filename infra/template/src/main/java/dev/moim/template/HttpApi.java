package dev.moim.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
      Optional<Duration> maxAge) {

    public Cors {
      origins = List.copyOf(origins);
    }

    /** The same for more origins. */
    public Cors allowing(List<String> more) {
      List<String> all = Stream.concat(origins.stream(), more.stream()).distinct().toList();
      return new Cors(all, methods, headers, exposedHeaders, credentials, maxAge);
    }
  }
}
