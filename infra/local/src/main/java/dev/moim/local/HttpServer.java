package dev.moim.local;

import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Front;
import dev.moim.local.http.JsonErrors;
import dev.moim.local.http.Origin;
import dev.moim.local.http.OwnHosts;
import dev.moim.local.socket.SocketGateway;
import dev.moim.local.socket.SocketUpgrades;
import dev.moim.template.Template;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty on one port, a virtual thread for each request. It listens from the start, so that a taken
 * port shows at once and health can be asked, and serves the rest when told to.
 */
final class HttpServer implements AutoCloseable {

  private static final String IPV4 = "127.0.0.1";
  private static final String IPV6 = "::1";

  private final Server server;
  private final ServerConnector connector;
  private final HttpConfiguration configuration = new HttpConfiguration();
  private final Front front;
  private final SocketUpgrades upgrades = new SocketUpgrades();

  private HttpServer(int port, List<Origin> trusted, Endpoint first) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server = new Server(threads);
    configuration.setSendServerVersion(false);
    // The gateway takes %2F in a path; whoever decodes one here knows what it is doing.
    configuration.setUriCompliance(
        UriCompliance.DEFAULT.with("gateway", Violation.AMBIGUOUS_PATH_SEPARATOR));
    connector = connector(configuration, IPV4, port);
    front = new Front(first);
    server.setHandler(new OwnHosts(trusted, upgrades.handler(server, front)));
    server.setErrorHandler(new JsonErrors());
    server.setStopTimeout(0);
  }

  /**
   * @param first asked before all others, and alone until {@link #serve}
   * @throws PortInUseException if another process listens there
   */
  static HttpServer start(int port, List<Origin> trusted, Endpoint first) {
    HttpServer http = new HttpServer(port, trusted, first);
    try {
      http.listen();
      return http;
    } catch (IOException e) {
      http.close();
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new PortInUseException(port, e);
      }
      throw new IllegalStateException("cannot listen on port " + port, e);
    } catch (Exception e) {
      throw new IllegalStateException("cannot start the HTTP server", e);
    }
  }

  /** Whether it could listen on this port. */
  static boolean isFree(int port) {
    try {
      return isFree(IPV4, port) && (!hasIpv6() || isFree(IPV6, port));
    } catch (SocketException unknown) {
      return false;
    }
  }

  private static boolean isFree(String address, int port) {
    try (var probe = new ServerSocket(port, 1, InetAddress.ofLiteral(address))) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** On loopback addresses only: the local runtime trusts whoever can reach it. */
  private void listen() throws Exception {
    connector.open();
    if (hasIpv6()) {
      connector(configuration, IPV6, port()).open();
    }
    server.start();
  }

  private static boolean hasIpv6() throws SocketException {
    return NetworkInterface.getByInetAddress(InetAddress.ofLiteral(IPV6)) != null;
  }

  private ServerConnector connector(HttpConfiguration how, String host, int port) {
    var made = new ServerConnector(server, new HttpConnectionFactory(how));
    made.setHost(host);
    made.setPort(port);
    made.setReuseAddress(true);
    server.addConnector(made);
    return made;
  }

  int port() {
    return connector.getLocalPort();
  }

  void serve(Template template, SocketGateway gateway, List<Endpoint> endpoints) {
    upgrades.serve(template, gateway);
    front.serve(endpoints);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the HTTP server", e);
    }
  }
}
