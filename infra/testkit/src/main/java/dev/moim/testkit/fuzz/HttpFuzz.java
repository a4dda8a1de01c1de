package dev.moim.testkit.fuzz;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.testkit.spec.OpenApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Sends a family's functions requests made from the description of their API, most of them wrong in
 * one way or several, for some time (see {@link FuzzRun}). No answer may be a 500, and each must be
 * as described.
 */
public final class HttpFuzz {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SERVER_ERROR = 500;

  private final OpenApi api = OpenApi.ofProject();
  private final Known known = new Known();
  private final Proofs proofs = new Proofs();
  private final Requests requests = new Requests(api, known, proofs);
  private final Map<String, String> lessons = new HashMap<>();
  private final List<String> routes;
  private BiFunction<String, APIGatewayV2HTTPEvent, APIGatewayV2HTTPEvent> finish =
      (_, event) -> event;

  private HttpFuzz(String tag) {
    routes = api.routes(tag);
  }

  /**
   * @param tag of the family's routes in the description
   */
  public static HttpFuzz of(String tag) {
    return new HttpFuzz(tag);
  }

  /** Values of a parameter or field that lead somewhere. */
  public HttpFuzz knowing(String field, String... texts) {
    for (String text : texts) {
      known.add(field, text);
    }
    return this;
  }

  /** Takes what stands in an answer, by its JSON pointer, as a value of a parameter or field. */
  public HttpFuzz learning(String pointer, String field) {
    lessons.put(pointer, field);
    return this;
  }

  /** Headers that prove who sends a request. */
  public HttpFuzz proving(Map<String, String> headers) {
    proofs.add(headers);
    return this;
  }

  /** A cookie that functions read. */
  public HttpFuzz cookie(String name) {
    proofs.cookie(name);
    return this;
  }

  /** What is done to each request, by its route, before it is sent: a signature, for instance. */
  public HttpFuzz finishing(
      BiFunction<String, APIGatewayV2HTTPEvent, APIGatewayV2HTTPEvent> finisher) {
    finish = finisher;
    return this;
  }

  /**
   * Sends requests until the time is over.
   *
   * @throws AssertionError at the first answer that is wrong
   */
  public void run(BiFunction<String, APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> family) {
    FuzzRun run = new FuzzRun();
    Map<Integer, Integer> statuses = new TreeMap<>();
    while (run.goesOn()) {
      String route = NastyTexts.pick(run.random(), routes);
      APIGatewayV2HTTPEvent event = finish.apply(route, requests.next(route, run.random()));
      String sent = "with seed " + run.seed() + ", " + route + " " + event;
      statuses.merge(send(family, event, sent), 1, Integer::sum);
    }
    System.out.println("Fuzz    seed " + run.seed() + ", answers by status " + statuses);
  }

  private int send(
      BiFunction<String, APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> family,
      APIGatewayV2HTTPEvent event,
      String sent) {
    APIGatewayV2HTTPResponse answer;
    try {
      answer = family.apply(event.getRouteKey(), event);
    } catch (RuntimeException escaped) {
      throw new AssertionError("it threw " + escaped + "\n" + sent, escaped);
    }
    int status = answer.getStatusCode();
    List<String> problems =
        isJson(answer) ? api.problems(event.getRouteKey(), status, answer.getBody()) : List.of();
    if (status == SERVER_ERROR || !problems.isEmpty()) {
      throw new AssertionError(status + " " + answer.getBody() + " " + problems + "\n" + sent);
    }
    if (answer.getBody() != null && isJson(answer)) {
      learn(answer.getBody());
    }
    return status;
  }

  /** Texts of other kinds have no schema. */
  private static boolean isJson(APIGatewayV2HTTPResponse answer) {
    Map<String, String> headers = answer.getHeaders();
    return headers == null || !headers.getOrDefault("content-type", "").startsWith("text/");
  }

  private void learn(String answer) {
    try {
      JsonNode body = JSON.readTree(answer);
      lessons.forEach((pointer, field) -> {
        JsonNode value = body.at(pointer);
        if (value.isTextual()) {
          known.add(field, value.asText());
        }
      });
    } catch (JsonProcessingException impossible) {
      throw new AssertionError("it was held against its description", impossible);
    }
  }
}
