/** Below the gateway's idle limit of 10 minutes, with room for one lost probe. */
const EVERY_MS = 240_000;

/**
 * Finds out whether the socket still carries messages. A pulled cable closes nothing: the socket looks
 * open for minutes, so silence after a probe is what tells.
 */
export class KeepAlive {
  #timer = null;

  constructor({ probe, onDead, everyMs = EVERY_MS }) {
    this.probe = probe;
    this.onDead = onDead;
    this.everyMs = everyMs;
  }

  start() {
    this.stop();
    this.#timer = setInterval(() => this.check(), this.everyMs);
  }

  stop() {
    clearInterval(this.#timer);
  }

  async check(options) {
    try {
      await this.probe(options);
    } catch (refusal) {
      options?.signal?.throwIfAborted();
      if (refusal.code === 'late') this.onDead();
    }
  }
}
