package dev.moim.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.moim.client.MoimException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends requests, waits as long as it is told to and sends them again, and names what failed. */
final class Exchange {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  /** Also where the service says 0: else nothing would count, and it would be asked for ever. */
  private static final long LEAST_SECONDS = 1;

  private final HttpClient http;
  private final Duration patience;
  private final Pause pause;

  /**
   * @param patience how long all waits of one request may last together
   */
  Exchange(HttpClient http, Duration patience, Pause pause) {
    this.http = http;
    this.patience = patience;
    this.pause = pause;
  }

  /** An answer that is no failure of the service; the request may have been refused. */
  record Answer(int status, JsonNode body) {

    String message() {
      return body.path("message").asText("HTTP " + status);
    }
  }

  Answer send(HttpRequest request) {
    Duration left = patience;
    while (true) {
      HttpResponse<String> response = once(request);
      Answer answer = new Answer(response.statusCode(), json(response.body()));
      Optional<Duration> wait = wait(response);
      if (wait.isEmpty() || wait.get().compareTo(left) > 0) {
        return required(answer, wait);
      }
      left = left.minus(wait.get());
      pause(wait.get());
    }
  }

  private HttpResponse<String> once(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new MoimException.Unavailable("no answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void pause(Duration wait) {
    try {
      pause.last(wait);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static MoimException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new MoimException.Unavailable("interrupted", e);
  }

  /** How long to wait before it is worth sending it again; empty if it is not. */
  private static Optional<Duration> wait(HttpResponse<?> response) {
    boolean passes =
        response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() == UNAVAILABLE;
    return response
        .headers()
        .firstValue("retry-after")
        .filter(value -> passes && value.matches("\\d{1,9}"))
        .map(value -> Duration.ofSeconds(Math.max(LEAST_SECONDS, Long.parseLong(value))));
  }

  private static Answer required(Answer answer, Optional<Duration> retryAfter) {
    if (answer.status == TOO_MANY_REQUESTS) {
      throw new MoimException.TooManyRequests(
          answer.message(), retryAfter.orElse(Duration.ofSeconds(1)));
    }
    if (answer.status >= 500) {
      throw new MoimException.Unavailable(answer.message(), retryAfter);
    }
    return answer;
  }

  /** What stands in front of the service may answer with anything. */
  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException other) {
      return MissingNode.getInstance();
    }
  }
}
