import { abortable } from '../core/abort.js';
import { Refusal } from '../core/errors.js';
import { load } from '../core/load.js';
import { Stateful } from '../core/stateful.js';
import { socketUrl } from '../core/urls.js';
import { ofSocket } from './message.js';
import { Outbox } from './outbox.js';

const MESSAGES = '/pub/chat/message';
const NOTIFICATIONS = '/sub/notifications';
const SAID = 'said:';
const ROOM = 'room:';
/** A socket that says nothing for so long is dead, whatever the browser believes. */
const REPLY_MS = 10_000;
/** What may be said again: too fast, or the server's own fault. */
const PASSING = ['429', '500'];

/**
 * The chat socket, by @stomp/stompjs, which also comes back by itself after a loss.
 *
 * Events: `state` (`connecting`, `ready`, `away`, `ended`), `message` ({roomId, message}), `notification` (body),
 * `refused` ({refusal, said}: what was said, if it was that), `gone` (room's id) when we may not listen to it.
 */
export class ChatSocket extends Stateful {
  outbox = new Outbox();
  #room = null;
  #stale = false;
  /** Runs while the server owes us a receipt. */
  #timer = null;

  /** Loads the library, and begins to connect. `url` is the server's, or the socket's own such as ws://localhost:3000/ws. */
  static async open({ account, url = account.server, signal }) {
    const stomp = await abortable(load('stomp', 'chatSocket'), signal);
    return new ChatSocket({ stomp, url, account }).start();
  }

  /** `stomp` is the library. */
  constructor({ stomp, url, account }) {
    super();
    this.account = account;
    this.client = new stomp.Client({
      brokerURL: socketUrl(url, 'ws'),
      beforeConnect: () => this.#logIn(),
      reconnectDelay: 500,
      maxReconnectDelay: 5_000,
      reconnectTimeMode: stomp.ReconnectionTimeMode.EXPONENTIAL,
      connectionTimeout: REPLY_MS,
      discardWebsocketOnCommFailure: true,
      onConnect: () => this.#connected(),
      onStompError: (frame) => this.#refused(frame),
      onUnhandledReceipt: ({ headers }) => this.#confirmed(headers['receipt-id']),
      onWebSocketClose: () => this.#lost(),
    });
  }

  start() {
    this.client.activate();
    return this;
  }

  stop() {
    this.#rest();
    this.become('ended');
    this.client.deactivate();
  }

  /** The browser knows that the network is gone. */
  giveUpSocket() {
    this.client.forceDisconnect();
  }

  /** Hears of a room, and of what was said there since a message, up to 100. Only while `ready`. */
  listen(roomId, since) {
    this.silence();
    const last = since ? { 'last-message-id': since } : {};
    const hear = ({ headers, body }) => this.emit('message', { roomId, message: ofSocket(headers['message-id'], JSON.parse(body)) });
    this.#room = this.client.subscribe(`/sub/chat/room/${roomId}`, hear, { receipt: ROOM + roomId, ...last });
  }

  silence() {
    if (this.state === 'ready') this.#room?.unsubscribe();
    this.#room = null;
  }

  /** Says it as soon as there is a socket, once. */
  say(roomId, text) {
    const said = this.outbox.put(roomId, text);
    if (this.state === 'ready') this.#send(said);
  }

  /** Asked at each attempt: by then the token may be another one. */
  async #logIn() {
    const token = await (this.#stale ? this.account.renew() : this.account.open());
    this.#stale = false;
    this.client.connectHeaders = { Authorization: `Bearer ${token}` };
    if (!token && !this.account.token) this.stop();
  }

  #connected() {
    // A subscription ends with its socket.
    this.#room = null;
    this.client.subscribe(NOTIFICATIONS, ({ body }) => this.emit('notification', JSON.parse(body)));
    this.become('ready');
    this.outbox.waiting.forEach((said) => this.#send(said));
  }

  #send({ clientId, roomId, text }) {
    const body = JSON.stringify({ roomId, message: text, clientId });
    this.client.publish({ destination: MESSAGES, headers: { receipt: SAID + clientId }, body });
    this.#timer ??= setTimeout(() => this.giveUpSocket(), REPLY_MS);
  }

  /** A receipt shows that the socket lives; the next one has as long again. */
  #confirmed(receipt) {
    this.#rest();
    if (receipt.startsWith(SAID)) this.outbox.take(receipt.slice(SAID.length));
    if (this.outbox.waiting.length > 0) this.#timer = setTimeout(() => this.giveUpSocket(), REPLY_MS);
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  #lost() {
    this.#rest();
    if (this.state !== 'ended') this.become('away');
  }

  /** An error ends the socket, and the library opens another one. */
  #refused({ headers, body }) {
    const receipt = headers['receipt-id'] ?? '';
    const code = String(JSON.parse(body || '{}').status ?? '599');
    if (code === '401') this.#stale = true;
    if (PASSING.includes(code) || code === '401') return;
    if (receipt.startsWith(ROOM)) this.emit('gone', receipt.slice(ROOM.length));
    else this.emit('refused', { refusal: new Refusal('say', code, headers.message), said: this.outbox.take(receipt.slice(SAID.length)) });
  }
}
