package dev.moim.webhooks.outbound;

import dev.moim.testkit.TlsKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.StandardConstants;

/** A server with a certificate for one name, clients that trust it, and the names they ask for. */
final class TestTls {

  private final SSLContext context;
  private final List<String> names = new CopyOnWriteArrayList<>();

  private TestTls(SSLContext context) {
    this.context = context;
  }

  static TestTls of(Path folder, String name) throws Exception {
    return new TestTls(TlsKeys.context(TlsKeys.make(folder, "dns:" + name)));
  }

  SSLServerSocket server() throws IOException {
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SSLParameters parameters = server.getSSLParameters();
    parameters.setSNIMatchers(
        List.of(
            new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
              @Override
              public boolean matches(SNIServerName asked) {
                names.add(new SNIHostName(asked.getEncoded()).getAsciiName());
                return true;
              }
            }));
    server.setSSLParameters(parameters);
    return server;
  }

  SSLSocketFactory client() {
    return context.getSocketFactory();
  }

  /** What clients asked for, so far. */
  List<String> names() {
    return List.copyOf(names);
  }
}
