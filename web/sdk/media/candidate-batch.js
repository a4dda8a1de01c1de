const FLUSH_MS = 50;

/**
 * Gathers ICE candidates that come in quick succession into one message: each message is metered, and
 * a browser finds ten candidates within a few milliseconds.
 */
export class CandidateBatch {
  #waiting = [];
  #timer = null;

  constructor(send, flushMs = FLUSH_MS) {
    this.send = send;
    this.flushMs = flushMs;
  }

  add(candidate) {
    this.#waiting.push(candidate);
    this.#timer ??= setTimeout(() => this.flush(), this.flushMs);
  }

  flush() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length > 0) this.send(this.#waiting.splice(0));
  }

  discard() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = [];
  }
}
