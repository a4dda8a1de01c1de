package dev.moim.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks every family of a deployment something that needs no license, and expects the documented
 * answer. The tokens shown are wrong, which takes the secret that signs right ones to find out.
 * What was deployed just now may take a moment to be everywhere, so a question is asked again.
 */
public final class SmokeTest {

  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  static final List<String> FAMILIES =
      List.of(
          "calls",
          "licenses",
          "rooms",
          "studies",
          "study socket",
          "accounts",
          "meetings",
          "chat",
          "chat socket");

  private SmokeTest() {}

  /** Something to ask: what is wrong with the answer, or nothing. */
  interface Question {
    Optional<String> problem(URI url) throws IOException, InterruptedException;
  }

  /**
   * @param args the addresses of the calls socket, of the HTTP APIs of licenses, rooms and studies,
   *     of the study socket, of the HTTP APIs of accounts, meetings and chat, and of the chat
   *     socket
   */
  public static void main(String[] args) throws InterruptedException {
    boolean all = args.length == FAMILIES.size();
    for (int i = 0; all && i < args.length; i++) {
      all = answers(FAMILIES.get(i), args[i]);
    }
    if (!all) {
      System.exit(1);
    }
  }

  private static boolean answers(String family, String url) throws InterruptedException {
    if (url.isEmpty()) {
      System.out.println("  " + family + ": the stack has no output for its address");
      return false;
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<String> problem = ask(family, URI.create(url));
      if (problem.isEmpty()) {
        System.out.println("  " + family + " answers: " + url);
        return true;
      }
      System.out.printf("  %s, attempt %d of %d: %s%n", family, attempt, ATTEMPTS, problem.get());
      if (attempt < ATTEMPTS) {
        Thread.sleep(PAUSE);
      }
    }
    return false;
  }

  /** What is wrong with a family, or nothing. */
  static Optional<String> ask(String family, URI url) throws InterruptedException {
    try {
      return question(family).problem(url);
    } catch (IOException e) {
      return Optional.of("no answer: " + e);
    }
  }

  private static Question question(String family) {
    return switch (family) {
      case "calls" -> SmokeTest::calls;
      case "licenses" -> url -> refusal(url + "/info", Map.of("s-connector-jwt", "x"));
      case "rooms" -> url -> refusal(url + "/rooms", Map.of("s-connector-jwt", "x"));
      case "studies" -> url -> refusal(url.toString(), Map.of("authorization", "Bearer x"));
      case "accounts" -> url -> refusal(url + "/users/me", Map.of("authorization", "Bearer x"));
      case "meetings" ->
          url -> refusal(url + "/participations", Map.of("authorization", "Bearer x"));
      case "chat" -> url -> refusal(url + "/chatrooms", Map.of("authorization", "Bearer x"));
      case "chat socket" -> SmokeTest::chatSocket;
      default -> SmokeTest::studySocket;
    };
  }

  /** A register without keys misses parameters: code 421, under the request's own id. */
  private static Optional<String> calls(URI url) throws InterruptedException {
    String answer = FirstMessage.of(url, "{\"eventOp\":\"register\",\"reqId\":\"smoke\"}");
    boolean expected =
        Json.parse(answer)
            .filter(json -> json.path("reqId").asText().equals("smoke"))
            .filter(json -> json.path("code").asText().equals("421"))
            .isPresent();
    return expected ? Optional.empty() : Optional.of(answer);
  }

  /** Its queue and its timer function greet a socket. */
  private static Optional<String> studySocket(URI url) throws InterruptedException {
    String greeting = FirstMessage.of(URI.create(url + "?EIO=4&transport=websocket"), "");
    return greeting.startsWith("0{") ? Optional.empty() : Optional.of(greeting);
  }

  /** A wrong token is refused here too, by a frame of STOMP. */
  private static Optional<String> chatSocket(URI url) throws InterruptedException {
    String hello = "CONNECT\naccept-version:1.2\nAuthorization:Bearer x\n\n\0";
    String answer = FirstMessage.of(url, hello);
    return answer.startsWith("ERROR\n") && answer.contains("\"status\":401")
        ? Optional.empty()
        : Optional.of(answer);
  }

  /** A wrong token is refused with 401; without the secret that signs tokens it would be 503. */
  private static Optional<String> refusal(String url, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    headers.forEach(request::header);
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 401 && Json.parse(answer.body()).isPresent()
          ? Optional.empty()
          : Optional.of(answer.statusCode() + " " + answer.body());
    }
  }
}
