import { abortable } from '../core/abort.js';
import { Stateful } from '../core/stateful.js';
import { Backoff } from '../core/backoff.js';
import { MoimError, NoAnswer, passes } from '../core/errors.js';
import { socketUrl } from '../core/urls.js';
import { Signalling } from './signalling.js';

/**
 * A registered user: opens the socket, registers, and after a lost socket comes back by itself with the
 * resume token, so that the seat in the room stays ours.
 *
 * Events: `state` (`connecting`, `ready`, `away`, `ended`), `message`, `frame`,
 * `returned` {recovered} after each reconnection, `ended` (MoimError) when coming back was refused.
 */
export class Session extends Stateful {
  #identity = null;
  /** Why we may not come back. */
  #refusal = null;
  #wake = () => {};

  /** `url` is the server's, such as https://moim.example.com, or the socket's own; `remember` hears who we are, after each registration. */
  constructor({ url, remember = () => {}, signalling = new Signalling({ url: socketUrl(url, 'calls') }), backoff = new Backoff() }) {
    super();
    this.state = 'idle';
    this.signalling = signalling;
    this.remember = remember;
    this.backoff = backoff;
    this.iceServers = [];
    signalling.on('frame', (frame) => this.emit('frame', frame));
    signalling.on('message', (message) => this.emit('message', message));
    signalling.on('lost', () => this.state === 'ready' && this.#comeBack());
  }

  get userId() {
    return this.#identity?.userId;
  }

  /** `identity`: cpCode, authKey, name; userId and resumeToken when we were here before; forced to evict. */
  async start(identity, options = {}) {
    this.#identity = { ...identity };
    this.become('connecting');
    try {
      return await this.#register(options);
    } catch (refusal) {
      this.stop();
      throw refusal;
    }
  }

  /** Resolves once we are registered, again if the socket is lost; rejects when we never will be. */
  async ready({ signal } = {}) {
    signal?.throwIfAborted();
    if (this.state === 'ready') return;
    if (this.state === 'ended') throw this.#refusal ?? new NoAnswer('register', 'lost');
    await abortable(new Promise((resolve) => this.addEventListener('state', resolve, { once: true })), signal);
    await this.ready({ signal });
  }

  stop() {
    this.become('ended');
    this.signalling.close();
    this.#wake();
  }

  /** `options`: replyMs, after which no reply is expected any more, and signal. */
  request(op, fields = {}, options = {}) {
    return this.signalling.request(op, { userId: this.userId, ...fields }, options);
  }

  send(op, fields) {
    return this.signalling.send(op, { userId: this.userId, ...fields });
  }

  /** The socket is known or believed to be dead: do not wait for the browser to notice. */
  giveUpSocket() {
    this.signalling.abandon();
  }

  /** The network is back: try now instead of at the end of the current pause. */
  hurry() {
    this.#wake();
  }

  async #register(options = {}) {
    await this.signalling.open(options);
    const { cpCode, authKey, name, userId, resumeToken, forced, device = 'pc' } = this.#identity;
    // ipAddr is required by the protocol; a page does not know its address and the server ignores it.
    const about = { cpCode, authKey, ipAddr: '0.0.0.0', userId, name, device, resumeToken, forced };
    const reply = await this.signalling.request('register', about, options);
    this.#identity.userId = reply.userId ?? userId;
    this.#identity.resumeToken = reply.resumeToken;
    // Only the first attempt may evict; a page that was evicted itself must not fight back.
    this.#identity.forced = undefined;
    this.iceServers = reply.iceServers ?? [];
    this.remember({ userId: this.userId, name, resumeToken: reply.resumeToken });
    this.backoff.reset();
    this.become('ready');
    return reply;
  }

  async #comeBack() {
    this.become('away');
    let refused;
    while (this.state === 'away') {
      await this.#pause(this.backoff.after(refused));
      if (this.state !== 'away') return;
      try {
        const { recovered } = await this.#register();
        this.emit('returned', { recovered: recovered === true });
      } catch (refusal) {
        this.signalling.close();
        if (!passes(refusal)) this.#end(refusal);
        refused = refusal;
      }
    }
  }

  #end(refusal) {
    if (!(refusal instanceof MoimError)) throw refusal;
    this.#refusal = refusal;
    this.stop();
    this.emit('ended', refusal);
  }

  #pause(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
