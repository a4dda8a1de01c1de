package dev.moim.bench.post;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The least that a post can be: a text written to a socket of a pool, and an answer read from it.
 * Nothing is signed, nothing has a time limit, and nothing is repeated.
 */
final class HandMade implements AutoCloseable {

  private final BlockingQueue<SSLSocket> idle = new LinkedBlockingQueue<>();

  HandMade(SSLContext tls, int port, int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port);
      socket.setTcpNoDelay(true);
      socket.startHandshake();
      idle.add(socket);
    }
  }

  void post(String connectionId, String text) {
    try {
      SSLSocket socket = idle.take();
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      String head =
          "POST /live/@connections/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n"
              .formatted(connectionId, body.length);
      OutputStream out = socket.getOutputStream();
      out.write((head + text).getBytes(StandardCharsets.UTF_8));
      out.flush();
      readHead(new BufferedInputStream(socket.getInputStream()));
      idle.add(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** To the empty line; the answers have no body. */
  private static void readHead(InputStream in) throws IOException {
    for (int ends = 0; ends < 4; ) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no answer");
      }
      ends = next == '\r' || next == '\n' ? ends + 1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    for (SSLSocket socket : idle) {
      socket.close();
    }
  }
}
