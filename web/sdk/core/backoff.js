import { NoAnswer, passes } from './errors.js';

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

  /** The next one, after what a Refusal asks us to wait; not all of those that were refused come back in one instant. */
  after(refusal) {
    return (refusal?.retryAfter ?? 0) * 1_000 + this.next();
  }

  reset() {
    this.#attempt = 0;
  }
}

/** Does `work` again as long as a refusal says that it may succeed later. False if `isOver` says so while it waits. */
export async function persist(work, isOver) {
  const backoff = new Backoff();
  for (;;) {
    try {
      await work();
      return true;
    } catch (refusal) {
      if (refusal instanceof NoAnswer || !passes(refusal)) throw refusal;
      await new Promise((resolve) => setTimeout(resolve, backoff.after(refusal)));
      if (isOver()) return false;
    }
  }
}
