package dev.moim.testkit.fuzz;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.testkit.spec.OpenApi;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Requests to the routes of an API, as the gateway hands them over. */
final class Requests {

  /** What browsers and edges add, which functions read. */
  private static final List<String> HEADERS =
      List.of(
          "user-agent",
          "content-type",
          "origin",
          "sec-fetch-site",
          "cloudfront-viewer-country-name",
          "cloudfront-viewer-city");

  private final OpenApi api;
  private final Known known;
  private final Proofs proofs;
  private final JsonBodies bodies;

  Requests(OpenApi api, Known known, Proofs proofs) {
    this.api = api;
    this.known = known;
    this.proofs = proofs;
    bodies = new JsonBodies(api, known);
  }

  APIGatewayV2HTTPEvent next(String route, RandomGenerator random) {
    Map<String, String> path = new HashMap<>();
    Map<String, String> query = new HashMap<>();
    for (JsonNode parameter : api.parameters(route)) {
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("path")) {
        path.put(name, notEmpty(text(name, parameter.path("schema"), random)));
      } else if (random.nextInt(3) != 0) {
        query.put(name, text(name, parameter.path("schema"), random));
      }
    }
    if (random.nextInt(20) == 0) {
      query.put(NastyTexts.any(random), NastyTexts.any(random));
    }
    return withBody(route, random)
        .withRouteKey(route)
        .withRequestContext(
            RequestContext.builder().withRequestId("r1").withDomainName("localhost:3000").build())
        .withPathParameters(path.isEmpty() ? null : path)
        .withQueryStringParameters(query.isEmpty() ? null : query)
        .withHeaders(headers(random))
        .withCookies(proofs.cookies(random))
        .build();
  }

  private APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder withBody(
      String route, RandomGenerator random) {
    JsonNode schema = api.requestSchema(route);
    var request = APIGatewayV2HTTPEvent.builder();
    if (schema.isMissingNode() && random.nextInt(4) != 0) {
      return request;
    }
    String body = bodies.next(schema, random);
    boolean wrapped = random.nextInt(6) == 0;
    return request
        .withIsBase64Encoded(wrapped)
        .withBody(
            wrapped
                ? Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))
                : body);
  }

  private Map<String, String> headers(RandomGenerator random) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    while (random.nextInt(3) == 0) {
      headers.put(NastyTexts.pick(random, HEADERS), NastyTexts.any(random));
    }
    headers.putAll(proofs.headers(random));
    return headers;
  }

  private String text(String name, JsonNode described, RandomGenerator random) {
    JsonNode schema = api.resolved(described);
    return switch (random.nextInt(7)) {
      case 0 -> NastyTexts.any(random);
      case 1 -> NastyTexts.mutated(random, known.of(name, random));
      case 2 -> Integer.toString(random.nextInt(-2, 400));
      default ->
          schema.has("enum")
              ? schema.path("enum").path(random.nextInt(schema.path("enum").size())).asText()
              : known.of(name, random);
    };
  }

  /** No route has a variable without a value. */
  private static String notEmpty(String text) {
    return text.isEmpty() ? "%" : text;
  }
}
