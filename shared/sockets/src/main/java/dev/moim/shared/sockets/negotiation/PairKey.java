package dev.moim.shared.sockets.negotiation;

/**
 * One direction between two peers: what the first says to the second.
 *
 * @param text unique among all pairs, and the same for as long as the two are the same peers
 */
public record PairKey(String text) {

  /**
   * @param scope of the peers' ids, such as their room
   */
  public static Builder in(String scope) {
    return new Builder(scope);
  }

  /** Names the two ends, so that nobody confuses them. */
  public record Builder(String scope) {
    public To from(String peer) {
      return to -> new PairKey(scope + "#" + peer + "#" + to);
    }
  }

  /** Names the other end. */
  @FunctionalInterface
  public interface To {
    PairKey to(String peer);
  }
}
