package dev.moim.chat.subscription;

import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Recipient;
import java.util.Set;

/**
 * That a socket wants to hear of a room, or of somebody's notifications.
 *
 * @param topic what it wants to hear of
 * @param userId whose socket it is; 0 for somebody who has not said so
 * @param dialect under which id
 * @param heard messages that were posted to it while it was new
 * @param catchingUp whether it is still being told what it missed, so that two may post the same
 */
public record Subscription(
    Topic topic,
    String connectionId,
    long userId,
    Dialect dialect,
    Set<String> heard,
    boolean catchingUp) {

  public Recipient recipient() {
    return Recipient.of(connectionId, dialect);
  }
}
