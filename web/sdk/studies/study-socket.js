import { abortable } from '../core/abort.js';
import { NoAnswer, Refusal } from '../core/errors.js';
import { load } from '../core/load.js';
import { Stateful } from '../core/stateful.js';
import { socketUrl } from '../core/urls.js';

const REPLY_MS = 10_000;

/**
 * The study socket, by the official Socket.IO client, which also comes back by itself after a loss.
 * To the page it looks like the Session of a call.
 *
 * Events: `state` (`connecting`, `ready`, `away`, `ended`), `event` ({name, payload}), `frame`,
 * `returned` after each reconnection, `ended` (Refusal) when the server no longer lets us in.
 */
export class StudySocket extends Stateful {
  #renewed = false;

  /** Loads the client, and begins to connect. `url` is the server's, or the socket's own such as ws://localhost:3000/study. */
  static async open({ url, identity, signal }) {
    const { io } = await abortable(load('socketIo', 'studySocket'), signal);
    return new StudySocket({ io, url, identity }).start();
  }

  /** `identity` as of a StudyClient. */
  constructor({ io, url, identity }) {
    super();
    this.identity = identity;
    const { origin, pathname } = new URL(socketUrl(url, 'study'));
    this.socket = io(origin, {
      path: pathname,
      addTrailingSlash: false,
      transports: ['websocket'],
      // Asked at each attempt: by then the token may be another one.
      auth: (send) => send({ token: identity.token }),
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      forceNew: true,
      autoConnect: false,
    });
    this.#listen();
  }

  /** Begins to connect, and goes on trying for as long as it takes. */
  start() {
    this.socket.connect();
    return this;
  }

  /** Resolves once the server has let us in; rejects with a Refusal when it does not, or not in time. */
  async ready({ withinMs = REPLY_MS, signal } = {}) {
    signal?.throwIfAborted();
    if (this.state === 'ready') return undefined;
    return abortable(this.#settled(withinMs), signal);
  }

  #settled(withinMs) {
    return new Promise((resolve, reject) => {
      const settle = (how, what) => {
        clearTimeout(timer);
        offs.forEach((off) => off());
        how(what);
      };
      const timer = setTimeout(() => settle(reject, new NoAnswer('studySocket', 'lost')), withinMs);
      const offs = [this.on('state', (state) => state === 'ready' && settle(resolve)), this.on('ended', (refusal) => settle(reject, refusal))];
    });
  }

  /** Resolves with the server's acknowledgement; rejects with a Refusal when it says no, with NoAnswer when nothing. */
  async request(event, payload, { replyMs = REPLY_MS, signal } = {}) {
    signal?.throwIfAborted();
    if (this.state !== 'ready') throw new NoAnswer(event, 'lost');
    const asked = this.socket.timeout(replyMs).emitWithAck(event, payload).catch(() => { throw new NoAnswer(event, 'late'); });
    const answer = await abortable(asked, signal);
    this.#frame('in', `${event} ack`, answer);
    if (answer?.success === false) throw new Refusal(event, String(answer.code ?? 'refused'), answer.error);
    return answer;
  }

  /** One way. While the socket is away nothing waits for it: coming back tells all again. */
  send(event, payload) {
    if (this.state === 'ready') this.socket.emit(event, payload);
  }

  giveUpSocket() {
    this.socket.io.engine?.close();
  }

  hurry() {
    this.socket.connect();
  }

  stop() {
    this.become('ended');
    this.socket.disconnect();
  }

  #listen() {
    const { socket } = this;
    socket.onAny((name, payload) => {
      this.#frame('in', name, payload);
      this.emit('event', { name, payload });
    });
    socket.onAnyOutgoing((name, payload) => this.#frame('out', name, payload));
    socket.on('connect', () => this.#connected());
    socket.on('disconnect', () => this.#lost());
    socket.on('connect_error', (error) => this.#refused(error));
  }

  #connected() {
    const back = this.state === 'away';
    this.#renewed = false;
    this.become('ready');
    // Whether something was missed is for the room's new state to tell.
    if (back) this.emit('returned', { recovered: true });
  }

  #lost() {
    if (this.state === 'ended') return;
    this.become('away');
    if (!this.socket.active) this.socket.connect();
  }

  /** Unreachable is no refusal: the client tries again. An old token is renewed once. */
  async #refused({ message }) {
    if (this.socket.active || this.state === 'ended') return;
    const again = !this.#renewed && (await this.identity.renew());
    this.#renewed = true;
    if (again) this.socket.connect();
    else this.#end(new Refusal('studySocket', 'AUTH_REQUIRED', message));
  }

  #end(refusal) {
    this.stop();
    this.emit('ended', refusal);
  }

  #frame(direction, op, payload) {
    this.emit('frame', { direction, at: new Date(), op, text: JSON.stringify(payload ?? null) });
  }
}
