package dev.moim.shared.sockets;

import java.time.Instant;
import java.util.List;

/**
 * Brings up to date what a post is repeated with, seconds after it got no answer: by then its
 * recipient may have heard something newer, which it must not undo.
 */
@FunctionalInterface
public interface LateNews {

  /**
   * @param told what was posted first
   * @param at when what it tells happened
   * @return what is so by now; {@code told} itself if nothing outdates it, nothing if nobody need
   *     know any more
   */
  List<Message> upToDate(Recipient to, Message told, Instant at);
}
