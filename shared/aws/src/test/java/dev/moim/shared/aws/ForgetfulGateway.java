package dev.moim.shared.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Promises to keep connections, and ends each when the second request comes. */
final class ForgetfulGateway implements AutoCloseable {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger answered = new AtomicInteger();

  ForgetfulGateway() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      read(in);
      answered.incrementAndGet();
      socket.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
      read(in);
    } catch (IOException closed) {
      // By the client.
    }
  }

  private static void read(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    in.skip(length);
  }

  URI stage() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/live");
  }

  int answered() {
    return answered.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
