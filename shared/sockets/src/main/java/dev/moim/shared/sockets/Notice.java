package dev.moim.shared.sockets;

import java.util.List;

/** A message and whom it is for. */
public record Notice(List<Recipient> to, Message message) {

  public Notice {
    to = List.copyOf(to);
  }

  public static Notice to(Recipient one, Message message) {
    return new Notice(List.of(one), message);
  }
}
