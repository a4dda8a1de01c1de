import { io as io4 } from 'socket.io-client';
import io2 from 'socket.io-client-2';

/** The runtime under test, such as http://127.0.0.1:3000. */
export const base = process.env.MOIM_URL;

const PATIENCE_MS = 60_000;
const opened = [];
let names = 0;

/** A name that no other test uses. */
export const uniqueName = (prefix) => `${prefix}-${process.pid}-${++names}`;

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once `condition` does so with true. */
export async function eventually(condition, what) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
    await pause(50);
  }
}

/** Ends every socket a test file has opened, so that its process can end. */
export function closeAll() {
  for (const close of opened.splice(0)) close();
}

export async function counts() {
  return (await fetch(`${base}/_local/counts`)).json();
}

/** Somebody who calls the HTTP API with an access token. */
export class Person {
  static async named(prefix) {
    const person = new Person();
    person.id = uniqueName(prefix);
    person.name = `이름 ${prefix}`;
    const query = new URLSearchParams({ sub: person.id, name: person.name });
    const answer = await fetch(`${base}/_local/access-token?${query}`);
    person.token = (await answer.json()).accessToken;
    return person;
  }

  async call(method, path, body) {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${base}/api/my-studies${path}`, { method, headers, body: body && JSON.stringify(body) });
    return { status: answer.status, ...(await answer.json()) };
  }

  /** A connected socket of theirs, with everything it gets in `inbox`. */
  async socket(options = {}) {
    return socket({ auth: { token: this.token }, ...options });
  }
}

/** A study of the first, with the others in it, and its session opened. */
export async function studyOf(owner, ...members) {
  const { study } = await owner.call('POST', '', { name: '스터디' });
  for (const member of members) await owner.call('POST', `/${study.id}/members/${member.id}`, {});
  const { session } = await owner.call('POST', `/${study.id}/video-call/start`);
  return { studyId: study.id, roomId: session.roomId, session };
}

export const socket4 = (options) =>
  io4(base, { path: '/study', addTrailingSlash: false, transports: ['websocket'], forceNew: true, reconnectionDelay: 200, ...options });

export const socket2 = (options) =>
  io2(base, { path: '/study', transports: ['websocket'], forceNew: true, reconnectionDelay: 200, ...options });

export async function socket({ make = socket4, ...options }) {
  const made = watch(make(options));
  await connected(made);
  return made;
}

/** Keeps what arrives; `next(event)` takes the first of a kind, now or soon. */
export function watch(made) {
  opened.push(() => made.io.reconnection(false) && made.disconnect());
  made.inbox = [];
  const onevent = made.onevent;
  made.onevent = function (packet) {
    made.inbox.push({ event: packet.data[0], data: packet.data[1] });
    onevent.call(made, packet);
  };
  made.next = async (event) => {
    let at;
    await eventually(() => (at = made.inbox.findIndex((one) => one.event === event)) >= 0,
      `${event}, only ${JSON.stringify(made.inbox)}`);
    return made.inbox.splice(at, 1)[0].data;
  };
  made.ask = (event, data) => new Promise((resolve) => made.emit(event, data, resolve));
  // As a network does it: nobody says goodbye.
  made.lose = () => made.io.engine.transport.ws.terminate();
  return made;
}

export function connected(made) {
  return new Promise((resolve, reject) => {
    made.once('connect', resolve);
    made.once('connect_error', reject);
    made.once('error', (reason) => reject(new Error(String(reason.message ?? reason))));
  });
}
