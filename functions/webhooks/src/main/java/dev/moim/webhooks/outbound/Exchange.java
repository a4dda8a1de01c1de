package dev.moim.webhooks.outbound;

import dev.moim.webhooks.delivery.Answer;
import dev.moim.webhooks.endpoint.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** One request of HTTP/1.1 and its answer, on a connection of its own. */
final class Exchange {

  private static final String USER_AGENT = "Moim-Webhooks/1";

  private final Target target;
  private final Map<String, String> headers;
  private final String body;
  private final AtomicReference<Socket> socket = new AtomicReference<>();
  private volatile boolean closed;

  Exchange(Target target, Map<String, String> headers, String body) {
    this.target = target;
    this.headers = headers;
    this.body = body;
  }

  Answer run(Connections connections, InetAddress address) throws IOException {
    try (Socket open = connections.open(target, address, this::hold)) {
      OutputStream out = open.getOutputStream();
      out.write(request());
      out.flush();
      return new AnswerReader(open.getInputStream()).read();
    } finally {
      close();
    }
  }

  private void hold(Socket opened) {
    socket.set(opened);
    if (closed) {
      close();
    }
  }

  /** Ends it wherever it is; may be called from another thread, and again. */
  void close() {
    closed = true;
    Socket open = socket.get();
    if (open != null) {
      try {
        open.close();
      } catch (IOException ended) {
        throw new UncheckedIOException(ended);
      }
    }
  }

  private byte[] request() {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("POST " + target.path() + " HTTP/1.1\r\n");
    line(head, "host", target.authority());
    line(head, "user-agent", USER_AGENT);
    line(head, "content-type", "application/json");
    line(head, "content-length", Integer.toString(content.length));
    line(head, "connection", "close");
    headers.forEach((name, value) -> line(head, name, value));
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[start.length + content.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(content, 0, request, start.length, content.length);
    return request;
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
