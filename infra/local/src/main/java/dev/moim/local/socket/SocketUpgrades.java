package dev.moim.local.socket;

import dev.moim.template.SocketApi;
import dev.moim.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** Turns WebSocket handshakes into connections of the gateway. */
public final class SocketUpgrades {

  private volatile SocketPaths paths = SocketPaths.NONE;
  private volatile @Nullable SocketGateway gateway;

  /** Until this is called every handshake is refused with 503. */
  public void serve(Template template, SocketGateway rules) {
    paths = SocketPaths.of(template);
    gateway = rules;
  }

  /** A Jetty handler that takes the upgrades and leaves all else to {@code next}. */
  public Handler handler(Server server, Handler next) {
    WebSocketUpgradeHandler upgrades =
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              // Our own timeline watches idleness: Jetty's counts control frames.
              container.setIdleTimeout(Duration.ZERO);
              container.setMaxTextMessageSize(SocketLimits.MESSAGE_BYTES);
              container.setMaxFrameSize(SocketLimits.FRAME_BYTES);
              container.setAutoFragment(false); // else too long frames are taken in pieces
              container.addMapping("/*", this::upgrade);
            });
    upgrades.setHandler(next);
    return upgrades;
  }

  private @Nullable Object upgrade(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    Optional<SocketApi> api = paths.apiAt(Request.getPathInContext(request));
    SocketGateway rules = gateway;
    if (rules == null || api.isEmpty()) {
      Response.writeError(request, response, callback, rules == null ? 503 : 403);
      return null;
    }
    var admission = rules.admit(api.get(), handshake(request));
    if (!admission.verdict().allows()) {
      Response.writeError(request, response, callback, admission.verdict().status());
      return null;
    }
    admission.verdict().subprotocol().ifPresent(response::setAcceptedSubProtocol);
    response.setExtensions(List.of()); // the gateway offers no compression
    watchHandshake(request, rules, admission.connection());
    return new SocketSession(rules, admission.connection());
  }

  /** A client may be gone when {@code $connect} returns; its session is never told then. */
  private static void watchHandshake(Request request, SocketGateway rules, Connection connection) {
    Request.addCompletionListener(
        request,
        failure -> {
          if (failure != null) {
            rules.closed(connection, CloseReason.LINE_CUT);
          }
        });
  }

  private static Handshake handshake(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request
        .getHeaders()
        .forEach(field ->
            headers
                .computeIfAbsent(field.getName(), name -> new ArrayList<>())
                .add(String.valueOf(field.getValue())));
    return new Handshake(
        headers,
        query(request),
        Request.getServerName(request) + ":" + Request.getServerPort(request),
        Request.getRemoteAddr(request),
        Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT)).orElse(""));
  }

  private static Map<String, List<String>> query(Request request) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
      query.put(field.getName(), field.getValues());
    }
    return query;
  }
}
