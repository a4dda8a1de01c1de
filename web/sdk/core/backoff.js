/**
 * Waiting times between reconnection attempts, in milliseconds: doubling from `first` up to `most`,
 * each drawn from its upper half so that the pages of a whole room do not come back in one instant.
 */
export class Backoff {
  #attempt = 0;

  constructor({ first = 400, most = 8_000, random = Math.random } = {}) {
    this.first = first;
    this.most = most;
    this.random = random;
  }

  next() {
    const ceiling = Math.min(this.most, this.first * 2 ** this.#attempt++);
    return Math.round(ceiling / 2 + (this.random() * ceiling) / 2);
  }

  reset() {
    this.#attempt = 0;
  }
}
