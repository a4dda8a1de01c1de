package dev.moim.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Counts;
import dev.moim.local.Json;
import dev.moim.local.function.Functions;
import dev.moim.local.function.Outcome;
import dev.moim.local.time.Timeline;
import dev.moim.template.SocketApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of API Gateway's WebSocket APIs, apart from the socket protocol itself: what runs when
 * a client connects, sends and goes, and who may be posted to.
 */
public final class SocketGateway {

  private final Functions functions;
  private final Timeline timeline;
  private final Counts counts;
  private final FrameDelays delays;
  private final Map<String, Lifespan> open = new ConcurrentHashMap<>();

  public SocketGateway(Functions functions, Timeline timeline, Counts counts, FrameDelays delays) {
    this.functions = functions;
    this.timeline = timeline;
    this.counts = counts;
    this.delays = delays;
  }

  /** A connection that may open, or the status the handshake is refused with. */
  record Admission(ConnectGate.Verdict verdict, Connection connection) {}

  /** Runs the authorizer and {@code $connect}; until it returns nobody can post to the socket. */
  Admission admit(SocketApi api, Handshake handshake) {
    Arrival arrival = Arrival.now(timeline);
    Connection candidate = new Connection(api, handshake, arrival.at(), Optional.empty());
    if (api.authorizer().isPresent()) {
      var authorizer = api.authorizer().get();
      if (!ConnectGate.identified(authorizer, handshake)) {
        return new Admission(ConnectGate.Verdict.refused(401), candidate);
      }
      Outcome outcome =
          integrate(authorizer.function(), SocketEvents.authorize(candidate, arrival)).join();
      if (!(outcome instanceof Outcome.Answer answer)) {
        return new Admission(ConnectGate.Verdict.refused(500), candidate);
      }
      Optional<JsonNode> context = ConnectGate.authorized(answer);
      if (context.isEmpty()) {
        return new Admission(ConnectGate.Verdict.refused(403), candidate);
      }
      candidate = new Connection(api, handshake, arrival.at(), context);
    }
    return new Admission(connect(candidate, arrival), candidate);
  }

  private ConnectGate.Verdict connect(Connection connection, Arrival arrival) {
    SocketApi.Route route = connection.api().routes().get("$connect");
    ConnectGate.Verdict verdict =
        route == null
            ? new ConnectGate.Verdict(101, Optional.empty())
            : ConnectGate.connect(
                integrate(route.function(), SocketEvents.connect(connection, arrival)).join());
    if (verdict.allows()) {
      Runnable end = () -> close(connection, CloseReason.GOING_AWAY);
      open.put(connection.id(), new Lifespan(connection, timeline, end));
    }
    return verdict;
  }

  /** Hands a message to its route's function and, if the route is two-way, its answer back. */
  void received(Connection connection, String message) {
    Arrival arrival = connection.hear(timeline);
    connection.touch(arrival.at());
    counts.received(bytes(message));
    Optional<SocketApi.Route> selected = RouteSelector.select(connection.api(), message);
    if (selected.isEmpty()) {
      reply(connection, error("Forbidden", connection, arrival));
      return;
    }
    SocketApi.Route route = selected.get();
    var event = SocketEvents.message(connection, route.key(), arrival, message);
    var _ =
        integrate(route.function(), event, delays.next())
            .thenAccept(outcome -> answered(connection, route, arrival, outcome));
  }

  /** The socket is gone, whoever closed it. Runs {@code $disconnect} once. */
  void closed(Connection connection, CloseReason reason) {
    connection.gone();
    forget(connection, reason);
  }

  /** Closes a socket from this side. Posts to it are refused from now on. */
  void close(Connection connection, CloseReason reason) {
    // Forgotten first, or the client's answer to the close frame could tell its own reason.
    if (forget(connection, reason)) {
      connection.close(reason, timeline);
    }
  }

  /** How many connections are open. */
  int connections() {
    return open.size();
  }

  /** The open connection with this id, if it belongs to the API. */
  Optional<Connection> find(SocketApi api, String id) {
    return Optional.ofNullable(open.get(id))
        .map(Lifespan::connection)
        .filter(connection -> connection.api().name().equals(api.name()));
  }

  /** Sends what a backend posted; false if the socket is gone. */
  boolean post(Connection connection, String message) {
    connection.touch(timeline.now());
    if (!connection.send(message)) {
      return false;
    }
    counts.sent(bytes(message));
    counts.posted();
    return true;
  }

  /** Tells every client to go elsewhere, without {@code $disconnect}: the runtime itself stops. */
  public void stop() {
    open.values()
        .forEach(lifespan -> {
          lifespan.stop();
          lifespan.connection().close(CloseReason.GOING_AWAY, timeline);
        });
    open.clear();
  }

  /** True for whoever comes first. */
  private boolean forget(Connection connection, CloseReason reason) {
    if (!connection.markClosed()) {
      return false;
    }
    Lifespan lifespan = open.remove(connection.id());
    if (lifespan != null) {
      lifespan.stop();
    }
    SocketApi.Route route = connection.api().routes().get("$disconnect");
    if (route != null) {
      var event = SocketEvents.disconnect(connection, Arrival.now(timeline), reason);
      var _ = functions.invoke(route.function(), event, delays.next());
    }
    return true;
  }

  private void answered(
      Connection connection, SocketApi.Route route, Arrival arrival, Outcome outcome) {
    switch (outcome) {
      case Outcome.Answer answer when route.twoWay() -> reply(connection, body(answer));
      case Outcome.Answer dropped -> {}
      case Outcome.Failure failure ->
          reply(connection, error("Internal server error", connection, arrival));
    }
  }

  private void reply(Connection connection, String message) {
    // Counted first: whoever has seen the reply may ask for the counts.
    counts.sent(bytes(message));
    connection.send(message);
  }

  private CompletableFuture<Outcome> integrate(String function, ObjectNode event) {
    return integrate(function, event, Duration.ZERO);
  }

  private CompletableFuture<Outcome> integrate(String function, ObjectNode event, Duration delay) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Timeline.Task limit =
        timeline.after(
            SocketLimits.INTEGRATION,
            () -> outcome.complete(new Outcome.Failure("Timeout", "integration timed out")));
    var _ = functions.invoke(function, event, delay).thenAccept(outcome::complete);
    return outcome.whenComplete((value, never) -> limit.cancel());
  }

  /** A two-way route whose function gives no body answers with an empty frame. */
  private static String body(Outcome.Answer answer) {
    return Json.parse(answer.json()).map(json -> json.path("body").asText("")).orElse("");
  }

  private static String error(String message, Connection connection, Arrival arrival) {
    return Json.text(
        Json.object()
            .put("message", message)
            .put("connectionId", connection.id())
            .put("requestId", arrival.requestId()));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
