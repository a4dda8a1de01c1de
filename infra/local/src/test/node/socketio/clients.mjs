import { io as io4 } from 'socket.io-client';
import io2 from 'socket.io-client-2';
import WebSocket from 'ws';

/** The runtime under test, such as http://127.0.0.1:3000. */
const base = process.env.MOIM_URL;

const EVENT = 'knowledgetalk';
const PATIENCE_MS = 60_000;

const opened = [];
let names = 0;

/** Each way to speak to the calls socket, by name; `connect(namespace)` resolves once it is connected. */
export const kinds = {
  'socket.io-client 4': (namespace = '/') => socketIo(io4, namespace, { addTrailingSlash: false }),
  'socket.io-client 2': (namespace = '/') => socketIo(io2, namespace),
  'plain JSON': plainJson,
};

/** A name that no other test uses. */
export const uniqueName = (prefix) => `${prefix}-${process.pid}-${++names}`;

/** What `register` needs, for this user. */
export const credentials = (userId) =>
  ({ cpCode: process.env.MOIM_CP_CODE, authKey: process.env.MOIM_AUTH_KEY, ipAddr: '127.0.0.1', userId });

/** How many lost sockets the functions were told of and have dealt with; NaN while any is at work. */
export async function lossesSeen() {
  const { invocations, running } = await (await fetch(`${base}/_local/counts`)).json();
  return running === 0 ? invocations['Calls-DisconnectFunction'] ?? 0 : NaN;
}

/** Resolves once `condition` does so with true. */
export async function eventually(condition, what) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A bare WebSocket to the calls API, whose frames arrive as text. */
export async function rawSocket(query = '') {
  const ws = new WebSocket(`${base.replace('http', 'ws')}/calls${query}`);
  const inbox = new Inbox();
  ws.on('message', (data) => inbox.receive(data.toString()));
  opened.push(() => ws.terminate());
  await new Promise((resolve, reject) => ws.once('open', resolve).once('error', reject));
  return { ws, send: (text) => ws.send(text), next: (matches, what) => inbox.next(matches, what) };
}

/** Ends every socket a test file has opened, so that its process can end. */
export function closeAll() {
  for (const close of opened.splice(0)) close();
}

/** What has arrived and nobody has asked for yet, in order. */
class Inbox {
  messages = [];
  waiting = [];

  receive(message) {
    const at = this.waiting.findIndex(({ matches }) => matches(message));
    if (at < 0) this.messages.push(message);
    else this.waiting.splice(at, 1)[0].resolve(message);
  }

  /** The first message that matches, now or soon. */
  next(matches, what) {
    const at = this.messages.findIndex(matches);
    if (at >= 0) return Promise.resolve(this.messages.splice(at, 1)[0]);
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`no ${what} within ${PATIENCE_MS} ms, only ${JSON.stringify(this.messages)}`));
      const timer = setTimeout(late, PATIENCE_MS);
      this.waiting.push({ matches, resolve: (message) => (clearTimeout(timer), resolve(message)) });
    });
  }
}

/** One user's connection, whichever way it speaks. */
class Client {
  inbox = new Inbox();
  requests = 0;
  ears = [];

  /** `send(message, ack)`, `lose()`, and `ws()`, the WebSocket below. */
  constructor(transport) {
    Object.assign(this, transport);
  }

  receive(message) {
    for (const ear of this.ears) ear(message);
    this.inbox.receive(message);
  }

  /** Calls `ear` with everything that arrives from now on, in order. */
  hear(ear) {
    this.ears.push(ear);
  }

  /** Sends a request and resolves with the reply that carries its reqId. */
  request(eventOp, fields, form = 'object') {
    const message = { eventOp, reqId: `${eventOp}-${++this.requests}`, ...fields };
    this.send(form === 'text' ? JSON.stringify(message) : message);
    return this.inbox.next((reply) => reply.reqId === message.reqId && 'code' in reply, `reply to ${eventOp}`);
  }

  /** As `request`, and resolves with what the ack was called with as well. */
  async requestWithAck(eventOp, fields) {
    const message = { eventOp, reqId: `${eventOp}-${++this.requests}`, ...fields };
    const acked = new Promise((resolve) => this.send(message, resolve));
    const reply = await this.inbox.next(({ reqId }) => reqId === message.reqId, `reply to ${eventOp}`);
    return { reply, acked: await acked };
  }

  presence(type) {
    return this.inbox.next((message) => message.eventOp === 'presence' && message.type === type, `presence ${type}`);
  }
}

async function socketIo(io, namespace, options = {}) {
  const socket = io(base + (namespace === '/' ? '' : namespace), {
    path: '/calls',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 200,
    ...options,
  });
  opened.push(() => socket.io.reconnection(false) && socket.disconnect());
  const client = new Client({
    socket,
    send: (message, ack) => (ack ? socket.emit(EVENT, message, ack) : socket.emit(EVENT, message)),
    // As a network does it: nobody says goodbye.
    lose: () => client.ws().terminate(),
    ws: () => socket.io.engine.transport.ws,
  });
  socket.on(EVENT, (message) => client.receive(message));
  await connected(socket);
  return client;
}

export function connected(socket) {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
    socket.once('error', (reason) => reject(new Error(JSON.stringify(reason))));
  });
}

async function plainJson() {
  const { ws } = await rawSocket();
  const client = new Client({ send: (message) => ws.send(JSON.stringify(message)), lose: () => ws.terminate(), ws: () => ws });
  ws.on('message', (data) => client.receive(JSON.parse(data.toString())));
  return client;
}
