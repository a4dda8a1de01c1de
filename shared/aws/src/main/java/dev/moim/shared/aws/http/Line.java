package dev.moim.shared.aws.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection to a server, for one request after the other. */
final class Line implements AutoCloseable {

  private static final int BUFFER = 4_096;

  private final Origin origin;
  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;
  private long deadline;
  private boolean heard;
  private long idleSince;

  private Line(Origin origin, Socket socket) throws IOException {
    this.origin = origin;
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /**
   * Connects.
   *
   * @param deadline in nanoseconds of {@link System#nanoTime}
   */
  static Line plain(Origin origin, long deadline) throws IOException {
    return new Line(origin, connected(origin, deadline));
  }

  /** Connects, and shakes hands with the very host that was asked for. */
  static Line encrypted(Origin origin, SSLSocketFactory tls, long deadline) throws IOException {
    Socket plain = connected(origin, deadline);
    try {
      SSLSocket socket = (SSLSocket) tls.createSocket(plain, origin.host(), origin.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(left(deadline));
      socket.startHandshake();
      return new Line(origin, socket);
    } catch (IOException failed) {
      plain.close();
      throw failed;
    }
  }

  private static Socket connected(Origin origin, long deadline) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(origin.host(), origin.port()), left(deadline));
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private static int left(long deadline) throws SocketTimeoutException {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (millis <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return (int) Math.min(Integer.MAX_VALUE, millis);
  }

  Origin origin() {
    return origin;
  }

  /** Sends a request; its answer is read until then, {@link #read} by {@link #read}. */
  void send(byte[] request, long deadline) throws IOException {
    this.deadline = deadline;
    heard = false;
    socket.getOutputStream().write(request);
  }

  /** Whether anything of the answer has come. */
  boolean heard() {
    return heard;
  }

  /** The next byte; -1 at the end of the connection. */
  int read() throws IOException {
    return next < end || fill() ? buffer[next++] & 0xff : -1;
  }

  /**
   * The next bytes.
   *
   * @throws EOFException if there are not so many
   */
  byte[] read(int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int at = 0; at < count; ) {
      if (next == end && !fill()) {
        throw new EOFException("the server ended in the middle of its answer");
      }
      int part = Math.min(end - next, count - at);
      System.arraycopy(buffer, next, bytes, at, part);
      next += part;
      at += part;
    }
    return bytes;
  }

  private boolean fill() throws IOException {
    socket.setSoTimeout(left(deadline));
    int count = in.read(buffer);
    next = 0;
    end = Math.max(0, count);
    heard |= count > 0;
    return count > 0;
  }

  /** When its last answer was complete. */
  long idleSince() {
    return idleSince;
  }

  void idleSince(long nanos) {
    idleSince = nanos;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException closedAnyway) {
      // Nothing is left to do.
    }
  }
}
