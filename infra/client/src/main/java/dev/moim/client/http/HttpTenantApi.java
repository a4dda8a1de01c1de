package dev.moim.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.client.Keys;
import dev.moim.client.License;
import dev.moim.client.RoomState;
import dev.moim.client.Session;
import dev.moim.client.TenantApi;
import dev.moim.client.Usage;
import dev.moim.client.json.Answers;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks over HTTP. It gets its token by itself and renews it; where the service says when to ask
 * again ({@code Retry-After}) it does so, for half a minute unless told otherwise.
 *
 * <pre>{@code
 * TenantApi moim = HttpTenantApi.of(URI.create("https://moim.example.com"), keys);
 * moim.sessions().forEach(session -> log(session.roomName()));
 * }</pre>
 */
public final class HttpTenantApi implements TenantApi {

  static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI service;
  private final Exchange exchange;
  private final Tokens tokens;

  HttpTenantApi(URI service, Keys keys, Exchange exchange, Clock clock) {
    this.service = service;
    this.exchange = exchange;
    this.tokens = new Tokens(exchange, at("/v1/auth"), keys, clock);
  }

  /**
   * @param service where the licenses API is, or a front door, without a path
   */
  public static TenantApi of(URI service, Keys keys) {
    return of(service, keys, HttpClient.newHttpClient(), PATIENCE);
  }

  /**
   * @param http with a proxy or certificates of its own, say
   * @param patience how long a request may wait because the service says so
   */
  public static TenantApi of(URI service, Keys keys, HttpClient http, Duration patience) {
    Exchange exchange = new Exchange(http, patience, Pause.SLEEP);
    return new HttpTenantApi(service, keys, exchange, Clock.systemUTC());
  }

  @Override
  public License license() {
    return Answers.license(get("/v1/info").path("data"));
  }

  @Override
  public List<Session> sessions() {
    List<Session> sessions = new ArrayList<>();
    pages("/v1/sessions?", page -> sessions.addAll(Answers.sessions(page.path("data"))));
    return List.copyOf(sessions);
  }

  @Override
  public Optional<RoomState> room(String roomName) {
    Exchange.Answer answer = authorized("/v1/sessions/" + encoded(roomName));
    return answer.status() == Refusals.NOT_FOUND
        ? Optional.empty()
        : Optional.of(Answers.room(Refusals.require(answer).path("data")));
  }

  @Override
  public Usage usage(Period period) {
    String path =
        "/v1/static?startTime="
            + encoded(period.from().toString())
            + "&endTime="
            + encoded(period.until().toString());
    List<Usage> parts = new ArrayList<>();
    pages(path + "&", page -> parts.add(Answers.usage(page.path("data"))));
    Duration total = parts.stream().map(Usage::total).reduce(Duration.ZERO, Duration::plus);
    return new Usage(
        parts.getFirst().domain(),
        total,
        parts.stream().flatMap(part -> part.rooms().stream()).toList());
  }

  /** Asks for a list, page by page. */
  private void pages(String path, Consumer<JsonNode> take) {
    String cursor = "";
    do {
      JsonNode page = get(path + (cursor.isEmpty() ? "" : "cursor=" + encoded(cursor)));
      take.accept(page);
      cursor = page.path("nextCursor").asText("");
    } while (!cursor.isEmpty());
  }

  private JsonNode get(String path) {
    return Refusals.require(authorized(path));
  }

  /** A token that is not believed may be too old by the service's clock: then with a new one. */
  private Exchange.Answer authorized(String path) {
    String token = tokens.token();
    Exchange.Answer answer = with(token, path);
    if (answer.status() != Refusals.UNAUTHORIZED) {
      return answer;
    }
    tokens.refused(token);
    return with(tokens.token(), path);
  }

  private Exchange.Answer with(String token, String path) {
    return exchange.send(
        HttpRequest.newBuilder(at(path)).timeout(TIMEOUT).header("s-connector-jwt", token).build());
  }

  private URI at(String path) {
    return URI.create(service.toString().replaceFirst("/$", "") + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
