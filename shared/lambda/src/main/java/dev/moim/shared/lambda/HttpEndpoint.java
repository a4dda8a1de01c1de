package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.lambda.HttpErrors.Failure;
import dev.moim.shared.lambda.Invocations.Occasion;
import dev.moim.shared.wire.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The Lambda entry of an HTTP route: logging around one request, and the one place where what goes
 * wrong becomes a status. A client's mistake is a 4xx; only our own failures are a 500.
 */
public abstract class HttpEndpoint
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);

  private static final int NO_CONTENT = 204;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final HttpErrors errors;
  private final Invocations invocations = new Invocations(Environment.settings());

  @SuppressWarnings({"UnusedVariable", "this-escape"}) // held for the registry, which is weak
  private final Priming priming = Priming.of(this, () -> prime());

  protected HttpEndpoint(HttpErrors errors) {
    this.errors = errors;
  }

  /** Serves one request. */
  protected abstract HttpReply serve(HttpRequest request);

  /** What {@link Priming} reads for real; it rehearses the handler's events besides. */
  protected abstract void prime();

  @Override
  public final APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, Context context) {
    if (event.getRequestContext() == null) {
      return write(HttpReply.ok(Map.of())); // {"warm":true}
    }
    Occasion request =
        new Occasion(String.valueOf(event.getRouteKey()), event.getRequestContext().getTimeEpoch());
    return invocations.answer(context, request, () -> write(logged(event)));
  }

  private HttpReply logged(APIGatewayV2HTTPEvent event) {
    String id = event.getRequestContext().getRequestId();
    try (var _ = MDC.putCloseable("correlation_id", id)) {
      return guarded(event);
    }
  }

  private HttpReply guarded(APIGatewayV2HTTPEvent event) {
    try {
      return serve(new HttpRequest(event));
    } catch (MalformedException malformed) {
      return error(HttpError.INVALID_REQUEST, String.valueOf(malformed.getMessage()), null);
    } catch (FieldException wrong) {
      return error(HttpError.INVALID_REQUEST, wrong.getMessage(), wrong.field());
    } catch (DomainException refused) {
      LOG.info("{}: {}", event.getRouteKey(), refused.code().name());
      HttpReply reply = error(refused.code(), refused.getMessage(), null);
      return retryAfter(refused, reply).map(wait -> withRetry(reply, wait)).orElse(reply);
    } catch (RuntimeException defect) {
      LOG.error("{} failed", event.getRouteKey(), defect);
      return error(HttpError.SERVER_ERROR, HttpError.SERVER_ERROR.message(), null);
    }
  }

  private HttpReply error(ErrorCode code, String message, @Nullable String field) {
    Measures.refused(code);
    int status =
        switch (code) {
          case HttpError general -> general.status();
          case ServiceError _ -> SERVICE_UNAVAILABLE;
          default -> errors.status(code);
        };
    return HttpReply.of(status, errors.body(new Failure(status, code, message, field)));
  }

  private static Optional<Duration> retryAfter(DomainException refused, HttpReply reply) {
    return refused
        .retryAfter()
        .or(() ->
            reply.status() == SERVICE_UNAVAILABLE ? Optional.of(RETRY_AFTER) : Optional.empty());
  }

  /** The header has whole seconds; less than one would invite the client back at once. */
  private static HttpReply withRetry(HttpReply reply, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return reply.with("retry-after", Long.toString(seconds));
  }

  /** An answer that says so itself has no body. */
  private static APIGatewayV2HTTPResponse write(HttpReply reply) {
    if (reply.status() == NO_CONTENT) {
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(NO_CONTENT)
          .withHeaders(reply.headers())
          .build();
    }
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    boolean isText = headers.containsKey(HttpReply.CONTENT_TYPE);
    headers.putIfAbsent(HttpReply.CONTENT_TYPE, "application/json; charset=utf-8");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(reply.status())
        .withHeaders(headers)
        .withBody(isText ? String.valueOf(reply.body()) : Json.write(reply.body()))
        .build();
  }
}
