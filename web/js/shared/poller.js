import { Backoff, Emitter } from '../../sdk/moim.js';

const EVERY_MS = 5_000;
const FIRST_WAIT_MS = 5_000;
const MOST_WAIT_MS = 60_000;

/**
 * Does `work` again and again while somebody looks at the page, one at a time: a hidden tab costs the
 * tenant nothing. After a refusal it waits as long as the server asked, else longer each time.
 *
 * Events: `done`, `failed` ({refusal, seconds} until the next attempt).
 */
export class Poller extends Emitter {
  #timer = null;
  #running = false;
  #stopped = true;
  #look = () => this.#wake();

  constructor({ work, everyMs = EVERY_MS, page = document, backoff = new Backoff({ first: FIRST_WAIT_MS, most: MOST_WAIT_MS }) }) {
    super();
    this.work = work;
    this.everyMs = everyMs;
    this.page = page;
    this.backoff = backoff;
  }

  start() {
    this.#stopped = false;
    this.page.addEventListener('visibilitychange', this.#look);
    return this.#run();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.page.removeEventListener('visibilitychange', this.#look);
  }

  /** Does it now, and goes on from there. */
  hurry() {
    clearTimeout(this.#timer);
    return this.#run();
  }

  #wake() {
    if (this.page.visibilityState === 'visible') this.hurry();
    else clearTimeout(this.#timer);
  }

  async #run() {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    const waitMs = await this.#attempt();
    this.#running = false;
    clearTimeout(this.#timer);
    if (this.#stopped || this.page.visibilityState !== 'visible') return;
    this.#timer = setTimeout(() => this.#run(), waitMs);
  }

  async #attempt() {
    try {
      await this.work();
      this.backoff.reset();
      this.emit('done');
      return this.everyMs;
    } catch (refusal) {
      const waitMs = refusal.retryAfter ? refusal.retryAfter * 1_000 : this.backoff.next();
      this.emit('failed', { refusal, seconds: Math.ceil(waitMs / 1_000) });
      return waitMs;
    }
  }
}
