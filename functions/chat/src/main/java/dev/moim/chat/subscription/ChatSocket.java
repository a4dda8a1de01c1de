package dev.moim.chat.subscription;

/**
 * An open socket.
 *
 * @param userId whose it is; 0 if it has not said, {@link #REFUSED} if it has shown a token that is
 *     none
 * @param version of STOMP, such as {@code 1.2}; "" before its client has said hello
 */
public record ChatSocket(String connectionId, long userId, String version) {

  public static final long REFUSED = -1;

  public boolean isGreeted() {
    return !version.isEmpty();
  }

  public boolean isKnown() {
    return userId > 0;
  }
}
