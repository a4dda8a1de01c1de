package dev.moim.shared.sockets.negotiation;

/**
 * One direction between two peers: what the first says to the second.
 *
 * @param text {@code scope#from#to}: unique among all pairs, and the same for as long as the two
 *     are the same peers. No id of a peer holds a {@code #}
 */
public record PairKey(String text) {

  /** Names the sending end. */
  @FunctionalInterface
  public interface From {
    To from(String peer);
  }

  /** Names the receiving end. */
  @FunctionalInterface
  public interface To {
    PairKey to(String peer);
  }

  /**
   * @param scope of the peers' ids, such as their room
   */
  public static From in(String scope) {
    return from -> to -> new PairKey(scope + "#" + from + "#" + to);
  }

  public String scope() {
    return text.substring(0, text.lastIndexOf('#', text.lastIndexOf('#') - 1));
  }

  /** The receiving end. */
  public String to() {
    return text.substring(text.lastIndexOf('#') + 1);
  }
}
