import { abortable } from '../core/abort.js';
import { Emitter } from '../core/emitter.js';
import { NoAnswer, Refusal } from '../core/errors.js';

/**
 * One socket of the calls API: plain JSON frames, replies matched to requests by `reqId`.
 *
 * Events: `frame` {direction, at, text} for every frame, `message` for what is not a reply,
 * `lost` once when the socket goes away by itself.
 */
export class Signalling extends Emitter {
  #socket = null;
  #pending = new Map();
  #count = 0;

  constructor({ url, createSocket = (address) => new WebSocket(address), replyMs = 10_000 }) {
    super();
    this.url = url;
    this.createSocket = createSocket;
    this.replyMs = replyMs;
  }

  get isOpen() {
    return this.#socket?.readyState === 1;
  }

  /** Aborted on the way, the socket is closed again. */
  open({ signal } = {}) {
    signal?.throwIfAborted();
    const socket = this.createSocket(this.url);
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#receive(data);
    const opening = new Promise((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onclose = () => {
        reject(new NoAnswer('connect', 'lost'));
        this.#drop(socket);
      };
    });
    return abortable(opening, signal).catch((failure) => {
      if (signal?.aborted) this.close();
      throw failure;
    });
  }

  /** Resolves with the reply when its code is 200, rejects with a Refusal otherwise, or with NoAnswer. */
  async request(eventOp, fields = {}, { replyMs = this.replyMs, signal } = {}) {
    signal?.throwIfAborted();
    const reqId = `q${++this.#count}`;
    return abortable(this.#ask(reqId, eventOp, fields, replyMs), signal).finally(() => this.#settle(reqId));
  }

  #ask(reqId, eventOp, fields, replyMs) {
    return new Promise((resolve, reject) => {
      if (!this.send(eventOp, { reqId, ...fields })) {
        reject(new NoAnswer(eventOp, 'lost'));
        return;
      }
      const timer = setTimeout(() => this.#settle(reqId)?.reject(new NoAnswer(eventOp, 'late')), replyMs);
      this.#pending.set(reqId, { eventOp, resolve, reject, timer });
    });
  }

  /** One way; false when the socket is not open. */
  send(eventOp, fields = {}) {
    if (!this.isOpen) return false;
    const text = JSON.stringify({ eventOp, ...fields });
    this.#socket.send(text);
    this.emit('frame', { direction: 'out', at: new Date(), text });
    return true;
  }

  /** Gives the socket up without waiting for its closing handshake, which a dead network never answers. */
  abandon() {
    const socket = this.#socket;
    socket?.close();
    this.#drop(socket);
  }

  close() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
    this.#failPending();
  }

  #receive(text) {
    this.emit('frame', { direction: 'in', at: new Date(), text });
    const message = parse(text);
    if (!message) return;
    const request = this.#settle(message.reqId, message.eventOp);
    if (!request) this.emit('message', message);
    else if (message.code === '200') request.resolve(message);
    else request.reject(new Refusal(request.eventOp, message.code, message.message, message.retryAfter));
  }

  #settle(reqId, eventOp) {
    const request = this.#pending.get(reqId);
    // A relayed message carries its sender's reqId, which may equal one of ours.
    if (!request || (eventOp && eventOp !== request.eventOp)) return null;
    this.#pending.delete(reqId);
    clearTimeout(request.timer);
    return request;
  }

  #drop(socket) {
    if (!socket || socket !== this.#socket) return;
    socket.onmessage = null;
    this.#socket = null;
    this.#failPending();
    this.emit('lost');
  }

  #failPending() {
    for (const reqId of [...this.#pending.keys()]) {
      const { eventOp, reject } = this.#settle(reqId);
      reject(new NoAnswer(eventOp, 'lost'));
    }
  }
}

function parse(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
