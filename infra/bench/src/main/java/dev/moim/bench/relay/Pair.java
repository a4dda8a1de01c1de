package dev.moim.bench.relay;

import java.util.function.UnaryOperator;

/**
 * A socket that sends and the one that hears it.
 *
 * @param frame makes of a text the frame that has it delivered
 */
record Pair(Client from, Client to, UnaryOperator<String> frame) {

  void relay(String text) throws Exception {
    to.hear(text, () -> from.send(frame.apply(text)));
  }
}
