package dev.moim.shared.sockets.stomp;

import java.util.List;

/**
 * What a server says to a message of a socket.
 *
 * @param frames in this order
 * @param closes whether the socket is closed afterwards, as it is after every {@code ERROR}
 */
public record StompAnswer(List<String> frames, boolean closes) {

  public StompAnswer {
    frames = List.copyOf(frames);
  }
}
