package dev.moim.template.dynamodb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a child process to open its port. */
final class PortWait {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 20;

  private PortWait() {}

  /** False if the process ends first or the port stays closed for a minute. */
  static boolean opens(int port, Process process) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (isOpen(port)) {
        return true;
      }
      try {
        process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }
}
