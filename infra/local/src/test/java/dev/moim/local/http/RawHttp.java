package dev.moim.local.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no HTTP client would, and reads the answer until the server closes. */
final class RawHttp {

  private RawHttp() {}

  /** The answer to one request. */
  static Answer send(URI server, String... lines) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(60_000);
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readAllBytes();
      return Answer.of(new String(answer, StandardCharsets.UTF_8));
    }
  }

  /**
   * An answer.
   *
   * @param head the status line and the headers, in lower case
   */
  record Answer(int status, String head, String body) {
    private static Answer of(String text) {
      String[] parts = text.split("\r\n\r\n", 2);
      int status = Integer.parseInt(parts[0].split(" ", 3)[1]);
      return new Answer(status, parts[0].toLowerCase(java.util.Locale.ROOT), parts[1]);
    }
  }
}
