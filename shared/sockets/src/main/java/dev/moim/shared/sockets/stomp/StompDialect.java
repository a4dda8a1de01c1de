package dev.moim.shared.sockets.stomp;

import dev.moim.shared.sockets.Dialect;

/**
 * How messages are written to one subscription: under its id, as its client wrote that, since it is
 * only repeated.
 */
public final class StompDialect {

  private static final char AUTO = 'a';
  private static final char CLIENT = 'c';

  private StompDialect() {}

  /** Of frames that answer their client and belong to no subscription. */
  public static Dialect ofConnection() {
    return new Dialect("");
  }

  /**
   * @param writtenId of the subscription, as it is written
   * @param acknowledged whether its client acknowledges messages, and so has to be told an id to do
   *     it with
   */
  public static Dialect of(String writtenId, boolean acknowledged) {
    return new Dialect((acknowledged ? CLIENT : AUTO) + writtenId);
  }

  static boolean isAcknowledged(Dialect dialect) {
    return dialect.code().charAt(0) == CLIENT;
  }

  static String writtenId(Dialect dialect) {
    return dialect.code().substring(1);
  }
}
