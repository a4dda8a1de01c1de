package dev.moim.webhooks.outbound;

import dev.moim.webhooks.endpoint.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections to addresses and not to names. The name is what the certificate has to be for
 * all the same, and what the server is asked for.
 */
final class Connections {

  private static final int CONNECT_MILLIS = 3_000;

  private final SSLSocketFactory tls;
  private final int testPort;

  Connections() {
    this((SSLSocketFactory) SSLSocketFactory.getDefault(), 0);
  }

  /**
   * @param testPort where a test's server stands for every port; 0 for none
   */
  Connections(SSLSocketFactory tls, int testPort) {
    this.tls = tls;
    this.testPort = testPort;
  }

  /**
   * @param opened gets the socket before it connects, so that somebody else may close it
   */
  Socket open(Target target, InetAddress address, Consumer<Socket> opened) throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    opened.accept(socket);
    int port = testPort == 0 ? target.port() : testPort;
    socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
    if (!target.tls()) {
      return socket;
    }
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setServerNames(List.of(new SNIHostName(target.host())));
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
