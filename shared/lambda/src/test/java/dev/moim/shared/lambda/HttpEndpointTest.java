package dev.moim.shared.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.TestContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEndpointTest {

  private enum Trouble implements ErrorCode {
    GONE_FISHING;

    @Override
    public String message() {
      return "gone fishing";
    }
  }

  private static final HttpErrors ERRORS =
      new HttpErrors() {
        @Override
        public int status(ErrorCode code) {
          return code == Trouble.GONE_FISHING ? 503 : 500;
        }

        @Override
        public Map<String, ?> body(Failure failure) {
          return Map.of(
              "statusCode",
              failure.status(),
              "message",
              failure.message(),
              "code",
              failure.code().name(),
              "field",
              String.valueOf(failure.field()));
        }
      };

  private static HttpEndpoint endpoint(Function<HttpRequest, HttpReply> body) {
    return new HttpEndpoint(ERRORS) {
      @Override
      protected HttpReply serve(HttpRequest request) {
        return body.apply(request);
      }

      @Override
      protected void prime() {}
    };
  }

  private static final HttpEndpoint ECHO =
      endpoint(request -> HttpReply.ok(Map.of("name", request.json().text("name", 5))));

  @Test
  void readsTextAndBase64Bodies() {
    String json = "{\"name\":\"이름\"}";
    APIGatewayV2HTTPEvent event = event(json);
    assertThat(call(ECHO, event).getBody()).isEqualTo(json);

    event.setBody(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
    event.setIsBase64Encoded(true);
    APIGatewayV2HTTPResponse response = call(ECHO, event);
    assertThat(response.getBody()).isEqualTo(json);
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders())
        .containsEntry("content-type", "application/json; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "5",
        "\"a\"",
        "{\"name\":1}",
        "{\"name\":\"too long\"}",
        "{\"name\":null}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{}x"
      })
  void malformedInputIsTheClientsMistake(String body) {
    assertThat(call(ECHO, event(body)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void aMissingBodyIsTheClientsMistake() {
    APIGatewayV2HTTPEvent event = event("");
    event.setBody(null);
    assertThat(call(ECHO, event).getStatusCode()).isEqualTo(400);
  }

  @Test
  void aBodyOverTheLimitIsRefusedUnread() {
    String body = "{\"name\":\"" + "x".repeat(HttpRequest.MAX_BODY_BYTES) + "\"}";
    assertThat(call(ECHO, event(body)).getStatusCode()).isEqualTo(413);
  }

  @Test
  void aRefusalIsAnsweredInTheFamilysWayAndSaysWhenToTryAgain() {
    HttpEndpoint refusing =
        endpoint(request -> {
          throw new DomainException(Trouble.GONE_FISHING);
        });

    APIGatewayV2HTTPResponse response = call(refusing, event("{}"));

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(Json.readObject(response.getBody()))
        .containsEntry("statusCode", 503)
        .containsEntry("message", "gone fishing");
    assertThat(response.getHeaders()).containsEntry("retry-after", "5");
  }

  @Test
  void whatTheDeploymentLacksIs503InTheFamilysShape() {
    HttpEndpoint lacking =
        endpoint(request -> {
          throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
        });

    APIGatewayV2HTTPResponse response = call(lacking, event("{}"));

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(Json.readObject(response.getBody())).containsEntry("statusCode", 503);
    assertThat(response.getHeaders()).containsEntry("retry-after", "5");
  }

  @Test
  void aRefusalForNowSaysForHowLongInWholeSeconds() {
    HttpEndpoint busy =
        endpoint(request -> {
          throw DomainException.retryAfter(Trouble.GONE_FISHING, Duration.ofMillis(1_200));
        });

    assertThat(call(busy, event("{}")).getHeaders()).containsEntry("retry-after", "2");
  }

  @Test
  void anErrorNamesTheFieldToBlame() {
    assertThat(Json.readObject(call(ECHO, event("{\"name\":1}")).getBody()))
        .containsEntry("code", "INVALID_REQUEST")
        .containsEntry("field", "name");
  }

  @Test
  void readsBearerTokensAndCookies() {
    HttpEndpoint who =
        endpoint(request ->
            HttpReply.ok(
                Map.of("bearer", request.bearer().orElse("-"), "cookies", request.cookies())));
    APIGatewayV2HTTPEvent event = event("");
    event.setHeaders(Map.of("authorization", "bearer  abc.def"));
    event.setCookies(List.of("a=1=2", "b=", "a=other", "nonsense"));

    assertThat(Json.readObject(call(who, event).getBody()))
        .containsEntry("bearer", "abc.def")
        .containsEntry("cookies", Map.of("a", "1=2", "b", ""));

    event.setHeaders(Map.of("authorization", "Basic abc"));
    event.setCookies(null);
    assertThat(Json.readObject(call(who, event).getBody()))
        .containsEntry("bearer", "-")
        .containsEntry("cookies", Map.of());
  }

  @Test
  void aDefectTellsTheClientNothing() {
    HttpEndpoint broken =
        endpoint(request -> {
          throw new IllegalStateException("a secret of ours");
        });

    APIGatewayV2HTTPResponse response = call(broken, event("{}"));

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(response.getBody()).contains("Internal server error").doesNotContain("secret");
  }

  @Test
  void anAnswerWithoutContentHasNoBody() {
    APIGatewayV2HTTPResponse response =
        call(endpoint(_ -> HttpReply.of(204, Map.of())), event("{}"));
    assertThat(response.getStatusCode()).isEqualTo(204);
    assertThat(response.getBody()).isNull();
    assertThat(response.getHeaders()).doesNotContainKey("content-type");
  }

  @Test
  void aWarmingEventIsAnsweredAndDoesNothing() {
    HttpEndpoint untouched =
        endpoint(request -> {
          throw new AssertionError("served");
        });

    assertThat(untouched.handleRequest(new APIGatewayV2HTTPEvent(), null).getStatusCode())
        .isEqualTo(200);
  }

  private static APIGatewayV2HTTPResponse call(HttpEndpoint endpoint, APIGatewayV2HTTPEvent event) {
    return endpoint.handleRequest(event, TestContext.INSTANCE);
  }

  private static APIGatewayV2HTTPEvent event(String body) {
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey("POST /x")
        .withRequestContext(RequestContext.builder().withRequestId("r1").build())
        .withBody(body)
        .build();
  }
}
