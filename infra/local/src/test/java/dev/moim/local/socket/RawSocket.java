package dev.moim.local.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A WebSocket client that sends frames as it is told, for what well-behaved clients do not do. */
final class RawSocket implements AutoCloseable {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(60_000);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  static RawSocket open(URI url) throws IOException {
    RawSocket raw = ask(url);
    String answer = raw.head();
    if (!answer.startsWith("HTTP/1.1 101")) {
      throw new IOException(answer);
    }
    return raw;
  }

  /** Asks for the upgrade and does not wait for the answer. */
  static RawSocket ask(URI url) throws IOException {
    RawSocket raw = new RawSocket(new Socket(url.getHost(), url.getPort()));
    String request =
        """
        GET %s HTTP/1.1\r
        Host: %s:%d\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
            .formatted(url.getPath(), url.getHost(), url.getPort());
    raw.out.write(request.getBytes(StandardCharsets.US_ASCII));
    return raw;
  }

  void sendFrame(int opcode, byte[] payload) throws IOException {
    send(FINAL | opcode, payload);
  }

  /** One message in several frames. */
  void sendFragments(byte[] payload, int size) throws IOException {
    for (int from = 0; from < payload.length; from += size) {
      int to = Math.min(payload.length, from + size);
      int opcode = from == 0 ? TEXT : CONTINUATION;
      send((to == payload.length ? FINAL : 0) | opcode, Arrays.copyOfRange(payload, from, to));
    }
  }

  /** The status in the server's close frame. */
  int closeCode() throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      byte[] payload = in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
      if (opcode == CLOSE) {
        return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
      }
    }
  }

  /** Ends the connection without a word. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void send(int first, byte[] payload) throws IOException {
    var frame = new ByteArrayOutputStream();
    var data = new DataOutputStream(frame);
    data.writeByte(first);
    if (payload.length < 126) {
      data.writeByte(MASKED | payload.length);
    } else if (payload.length < 65_536) {
      data.writeByte(MASKED | 126);
      data.writeShort(payload.length);
    } else {
      data.writeByte(MASKED | 127);
      data.writeLong(payload.length);
    }
    data.writeInt(0); // a mask of zeros changes nothing
    data.write(payload);
    out.write(frame.toByteArray());
    out.flush();
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }
}
