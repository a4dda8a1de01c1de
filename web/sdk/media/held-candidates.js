/**
 * ICE candidates that arrived before the description they belong to. Nothing orders two messages of one
 * sender, so each candidate waits for the description that carries its username fragment (`ice-ufrag`, RFC 8839 §5.4).
 */
export class HeldCandidates {
  #held = [];
  #ufrags = new Set();

  /** Takes the username fragments of a new remote description and answers the candidates that may go in now. */
  accept(sdp) {
    this.#ufrags = new Set([...sdp.matchAll(/^a=ice-ufrag:(\S+)/gm)].map((match) => match[1]));
    const ready = this.#held.filter((candidate) => this.fits(candidate));
    this.#held = this.#held.filter((candidate) => !this.fits(candidate));
    return ready;
  }

  /** A candidate that names no username fragment belongs to whatever description there is. */
  fits(candidate) {
    if (this.#ufrags.size === 0) return false;
    return !candidate.usernameFragment || this.#ufrags.has(candidate.usernameFragment);
  }

  hold(candidate) {
    this.#held.push(candidate);
  }
}
