/**
 * Candidates that arrived before the description they belong to. Nothing orders two messages of one
 * sender, so each candidate waits for the description that carries its ICE user name (RFC 8839 §5.4).
 */
export class HeldCandidates {
  #held = [];
  #fragments = new Set();

  /** Takes the user names of a new remote description and answers the candidates that may go in now. */
  accept(sdp) {
    this.#fragments = new Set([...sdp.matchAll(/^a=ice-ufrag:(\S+)/gm)].map((match) => match[1]));
    const ready = this.#held.filter((candidate) => this.fits(candidate));
    this.#held = this.#held.filter((candidate) => !this.fits(candidate));
    return ready;
  }

  /** A candidate that names no fragment belongs to whatever description there is. */
  fits(candidate) {
    if (this.#fragments.size === 0) return false;
    return !candidate.usernameFragment || this.#fragments.has(candidate.usernameFragment);
  }

  hold(candidate) {
    this.#held.push(candidate);
  }
}
