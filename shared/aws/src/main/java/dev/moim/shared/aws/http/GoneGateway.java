package dev.moim.shared.aws.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * For rehearsals: in this very process, a gateway that takes one post, after which its socket is
 * gone.
 */
public final class GoneGateway implements AutoCloseable {

  private static final byte[] TAKEN =
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] GONE =
      """
      HTTP/1.1 410 Gone\r
      x-amzn-ErrorType: GoneException\r
      Content-Type: application/json\r
      Content-Length: 2\r
      \r
      {}\
      """
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;

  public GoneGateway() {
    try {
      server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::serve);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI stage() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/-");
  }

  /** Each connection has one answer. */
  private void serve() {
    for (byte[] answer = TAKEN; ; answer = GONE) {
      try (Socket socket = server.accept()) {
        var head =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = head.readLine();
        while (line != null && !line.isEmpty()) {
          line = head.readLine();
        }
        socket.getOutputStream().write(answer);
        socket.shutdownOutput();
        while (head.read() >= 0) {
          // Until the client has closed it as well: a reset could overtake the answer.
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
