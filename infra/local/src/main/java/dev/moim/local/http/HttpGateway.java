package dev.moim.local.http;

import dev.moim.local.Json;
import dev.moim.local.function.Functions;
import dev.moim.local.function.Outcome;
import dev.moim.local.time.Timeline;
import dev.moim.template.HttpApi;
import dev.moim.template.Template;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The rules of API Gateway's HTTP APIs with Lambda proxy integrations, payload format 2.0. */
public final class HttpGateway implements Endpoint {

  private static final Duration INTEGRATION = Duration.ofSeconds(30);
  private static final int MAX_BODY = 10 * 1024 * 1024;

  private final List<HttpApi> apis;
  private final List<String> origins;
  private final HttpRoutes routes;
  private final Functions functions;
  private final Timeline timeline;

  /**
   * @param origins allowed besides those that the template names, where it names any
   */
  public HttpGateway(
      Template template, Functions functions, Timeline timeline, List<String> origins) {
    this.apis = template.httpApis();
    this.origins = List.copyOf(origins);
    this.routes = new HttpRoutes(template);
    this.functions = functions;
    this.timeline = timeline;
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    Instant arrived = timeline.now();
    if (CorsRules.isPreflight(call)) {
      Optional<CorsRules> cors = routes.apiAt(call).flatMap(this::cors);
      if (cors.isPresent()) {
        return Optional.of(cors.get().preflight(call));
      }
    }
    Optional<HttpRoutes.Match> match = routes.find(call);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    Reply reply = integrate(match.get(), call, arrived);
    return cors(match.get().route().api())
        .map(cors -> cors.applied(call, reply))
        .or(() -> Optional.of(reply));
  }

  private Reply integrate(HttpRoutes.Match match, Call call, Instant arrived) throws IOException {
    byte[] body = call.body(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      return tooLarge();
    }
    if (!call.hasReadableQuery()) {
      return Reply.message(400, "Bad Request");
    }
    String stage = api(match.route().api()).map(HttpApi::stage).orElse("$default");
    byte[] event = Json.bytes(HttpEvents.of(match, stage, call, body, arrived));
    if (event.length > HttpAnswers.MAX_PAYLOAD) {
      return tooLarge();
    }
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Timeline.Task limit =
        timeline.after(
            INTEGRATION, () -> reply.complete(Reply.message(503, "Service Unavailable")));
    var _ =
        functions
            .invoke(match.route().function(), event)
            .thenAccept((Outcome outcome) -> reply.complete(HttpAnswers.of(outcome)));
    try {
      return reply.join();
    } finally {
      limit.cancel();
    }
  }

  private Optional<CorsRules> cors(String name) {
    return api(name).flatMap(HttpApi::cors).map(cors -> cors.allowing(origins)).map(CorsRules::new);
  }

  private Optional<HttpApi> api(String name) {
    return apis.stream().filter(api -> api.name().equals(name)).findFirst();
  }

  private static Reply tooLarge() {
    return Reply.message(413, "Request Entity Too Large");
  }
}
