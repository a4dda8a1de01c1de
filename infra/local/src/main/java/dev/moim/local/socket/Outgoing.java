package dev.moim.local.socket;

import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * Messages on their way to one client, one after the other, long ones in several frames. Nobody
 * waits here: a slow client delays neither the backend that posts nor another client.
 */
final class Outgoing {

  /** At most three UTF-8 bytes each, so that a frame stays below the limit of 32 KB. */
  private static final int FRAME_CHARS = SocketLimits.FRAME_BYTES / 3;

  private final Session session;
  private final Queue<Part> waiting = new ArrayDeque<>();
  private boolean sending;

  Outgoing(Session session) {
    this.session = session;
  }

  synchronized void add(String message) {
    int from = 0;
    while (message.length() - from > FRAME_CHARS) {
      int to = from + FRAME_CHARS;
      if (Character.isHighSurrogate(message.charAt(to - 1))) {
        to--;
      }
      waiting.add(new Part(message.substring(from, to), false));
      from = to;
    }
    waiting.add(new Part(message.substring(from), true));
    sendNext();
  }

  private synchronized void sendNext() {
    if (!sending && !waiting.isEmpty()) {
      sending = true;
      Part part = waiting.remove();
      session.sendPartialText(part.text, part.last, Callback.from(this::sent, failure -> {}));
    }
  }

  private synchronized void sent() {
    sending = false;
    sendNext();
  }

  private record Part(String text, boolean last) {}
}
