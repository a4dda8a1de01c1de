package dev.moim.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** HTTP APIs, and the implicit one that SAM makes for events without an {@code ApiId}. */
final class HttpApiReader {

  static final String IMPLICIT = "ServerlessHttpApi";

  private HttpApiReader() {}

  static List<HttpApi> apis(Stack stack) {
    Stream<HttpApi> declared =
        stack.resources("AWS::Serverless::HttpApi").stream()
            .map(api ->
                new HttpApi(
                    stack.names().physical(api.logicalId()),
                    api.text("StageName", "$default"),
                    cors(api)));
    String implicit = stack.names().physical(IMPLICIT);
    boolean used =
        FunctionReader.functions(stack).stream()
            .flatMap(function -> function.events().stream())
            .anyMatch(event ->
                event instanceof EventSource.HttpRoute route && route.api().equals(implicit));
    return Stream.concat(
            declared,
            used ? Stream.of(new HttpApi(implicit, "$default", Optional.empty())) : Stream.empty())
        .toList();
  }

  private static Optional<HttpApi.Cors> cors(Resource api) {
    Object configured = api.raw("CorsConfiguration");
    if (configured == null || configured.toString().equals("false")) {
      return Optional.empty();
    }
    if (configured.toString().equals("true")) {
      return Optional.of(all());
    }
    Resource cors = api.part("CorsConfiguration");
    return Optional.of(
        new HttpApi.Cors(
            cors.texts("AllowOrigins"),
            cors.texts("AllowMethods"),
            cors.texts("AllowHeaders"),
            cors.texts("ExposeHeaders"),
            cors.text("AllowCredentials", "false").equals("true"),
            cors.has("MaxAge")
                ? Optional.of(Duration.ofSeconds(cors.number("MaxAge", 0)))
                : Optional.empty()));
  }

  private static HttpApi.Cors all() {
    List<String> any = List.of("*");
    return new HttpApi.Cors(any, any, any, List.of(), false, Optional.empty());
  }
}
