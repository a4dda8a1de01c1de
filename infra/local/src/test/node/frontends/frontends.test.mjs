import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { Client } from '@stomp/stompjs';
import { EventSourcePolyfill } from 'event-source-polyfill';
import { match, compile } from 'path-to-regexp';
import { io as io4 } from 'socket.io-client';
import io2 from 'socket.io-client-2';
import io3 from 'socket.io-client-3';
import WebSocket from 'ws';
import { cookies, header } from '../session/cookies.mjs';
import { base, block, line, run } from './readme.mjs';

const NEXT_AUTH = 'next-auth 4';
const SESSION = 'next-auth.session-token';
const clients = { 4: io4, 3: io3, 2: io2 };
const register = {
  eventOp: 'register', ipAddr: '127.0.0.1', cpCode: process.env.MOIM_CP_CODE, authKey: process.env.MOIM_AUTH_KEY,
};
const opened = [];
after(() => opened.splice(0).forEach((close) => close()));

/** As the page's own `io`, and it ends with the tests. */
const closing = (io, more = {}) => (url, options) => {
  const socket = io(url, { ...options, ...more, forceNew: true, reconnection: false });
  opened.push(() => socket.disconnect());
  return socket;
};

const connected = (socket) => new Promise((resolve, reject) => {
  socket.once('connect', () => resolve(socket));
  socket.once('connect_error', reject);
  socket.once('error', (reason) => reject(new Error(JSON.stringify(reason))));
});

const tokenOf = async (sub) => (await (await fetch(`${base}/_local/access-token?sub=${sub}&name=${sub}`)).json()).accessToken;

/** A plain socket that answers `ask` with the reply. */
async function plain() {
  const ws = run(line('Plain WebSocket', 'the address'), { WebSocket });
  opened.push(() => ws.terminate());
  await once(ws, 'open');
  let last = 0;
  const ask = async (message) => {
    const reqId = `r${++last}`;
    ws.send(JSON.stringify({ ...message, reqId }));
    for (;;) {
      const reply = JSON.parse((await once(ws, 'message'))[0]);
      if (reply.reqId === reqId) return reply;
    }
  };
  return { ws, ask };
}

test('a plain socket registers, comes back, and is led to LiveKit', async () => {
  const first = await plain();
  const user = { ...register, userId: 'plain-1' };
  const reply = await first.ask(user);
  assert.equal(reply.code, '200');
  assert.ok(Array.isArray(reply.iceServers));
  const { roomId } = await first.ask({ eventOp: 'createVideoRoom', userId: 'plain-1', destroy: true });
  const joined = await first.ask({ eventOp: 'joinRoom', userId: 'plain-1', roomId });
  assert.deepEqual([joined.media, Object.keys(joined.livekit).sort()], [true, ['token', 'url']]);
  for (const eventOp of ['sdpRoom', 'subscribe']) assert.equal((await first.ask({ eventOp, userId: 'plain-1', roomId })).code, '405');
  first.ws.terminate();
  const second = await plain();
  const again = await second.ask({ ...user, resumeToken: reply.resumeToken });
  assert.equal(again.code, '200');
  assert.equal((await second.ask({ eventOp: 'memberList', userId: 'plain-1', roomId })).code, '200', 'the seat was kept');
});

for (const [version, io] of Object.entries(clients)) {
  test(`Socket.IO ${version} calls`, async () => {
    const socket = await connected(run(line('Socket.IO 2, 3 and 4', '`io(url)` for calls'), { io: closing(io) }));
    const reply = new Promise((resolve) => socket.once('knowledgetalk', resolve));
    socket.emit('knowledgetalk', { ...register, reqId: '1', userId: `sio-${version}` });
    assert.equal((await reply).code, '200');
  });

  test(`Socket.IO ${version} studies`, async () => {
    const token = await tokenOf(`sio-${version}`);
    const row = version === '2' ? 'the same in version 2' : '`io(url)` for studies';
    await connected(run(line('Socket.IO 2, 3 and 4', row), { io: closing(io), token }));
  });
}

test('a NextAuth session opens the socket at the same host, and elsewhere its ticket does', async () => {
  const user = { sub: 'next-1', name: '민지' };
  const cookie = header(await cookies(NEXT_AUTH, SESSION, user, { secret: process.env.MOIM_NEXTAUTH_SECRET }));
  const page = closing(io4, { extraHeaders: { cookie } }); // a browser adds it by itself
  await connected(run(line('Next.js with NextAuth', '`io(url)`, same host or a front door'), { io: page }));
  const asked = line('Next.js with NextAuth', '`io(url)`, elsewhere');
  const { ticket } = await (await fetch(`${base}/api/my-studies/socket-ticket`, { method: 'POST', headers: { cookie } })).json();
  await connected(run(asked, { io: closing(io4), ticket }));
});

test('a join is enough where that is set', async () => {
  const authorization = `Bearer ${await tokenOf('join-1')}`;
  const post = async (path, body) => (await fetch(`${base}/api/my-studies${path}`, {
    method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body),
  })).json();
  const { study } = await post('', { name: '스터디' });
  const { participant } = await post(`/${study.id}/video-call/join`, {});
  assert.equal(participant.user.id, 'join-1');
});

test("Next.js's rewrites lead every family's paths to what serves them", async () => {
  const outputs = {
    StudiesUrl: `${base}/api/my-studies`, RoomsUrl: `${base}/api`, AccountsUrl: `${base}/api/v1`, MeetingsUrl: `${base}/api/v1`, ChatUrl: `${base}/api/v1`,
  };
  const code = block('rewrites: async');
  const { rewrites } = new Function(...Object.keys(outputs), `return {${code}}`)(...Object.values(outputs));
  const rules = await rewrites();
  const rewritten = (path) => {
    for (const { source, destination } of rules) {
      const found = match(source)(path);
      if (found) return base + compile(destination.slice(base.length), { encode: encodeURIComponent })(found.params);
    }
    return undefined;
  };
  const here = ['/api/my-studies', '/api/my-studies/s1/video-call/status', '/api/room/create', '/api/rooms', '/api/token',
    '/api/v1/meetings', '/api/v1/meetings/7/participants', '/api/v1/participations/3', '/api/v1/chatrooms', '/api/v1/notifications',
    '/api/v1/users/me', '/api/v1/token/reissue'];
  for (const path of here) assert.equal(rewritten(path), base + path, path);
  for (const path of ['/api/auth/session', '/', '/api/roomy']) assert.equal(rewritten(path), undefined, path);
});

test('a token for livekit-client', async () => {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const made = await fetch(`${base}/api/room/create`, { ...post, body: JSON.stringify({ userName: 'minji' }) });
  const { roomId } = await made.json();
  const answer = await run(line('livekit-client', 'the request for a token'), { fetch, roomId, userName: 'junho' });
  assert.equal(answer.status, 200);
  assert.deepEqual(Object.keys(await answer.json()).sort(), ['token', 'url']);
});

test('STOMP connects with an access token, and so does the stream of notifications', async () => {
  const token = await tokenOf('122712345678848');
  class Here extends Client {
    constructor(config) {
      super({ ...config, webSocketFactory: () => new WebSocket(config.brokerURL, ['v12.stomp', 'v11.stomp', 'v10.stomp']) });
    }
  }
  const client = run(line('React with STOMP', '`brokerURL`'), { Client: Here, token });
  opened.push(() => client.deactivate({ force: true }));
  await new Promise((resolve, reject) => {
    client.onConnect = resolve;
    client.onStompError = (frame) => reject(new Error(frame.body));
    client.activate();
  });
  const api = run(`'${line('React with STOMP', '`baseURL` of requests')}'`, {});
  assert.equal(`${api}/notifications/subscribe`, run(`'${line('React with STOMP', '`EventSourcePolyfill`')}'`, {}));
  const events = new EventSourcePolyfill(`${api}/notifications/subscribe`, { headers: { Authorization: `Bearer ${token}` } });
  opened.push(() => events.close());
  const [event] = await new Promise((resolve, reject) => {
    events.addEventListener('connect', (...it) => resolve(it));
    events.onerror = (error) => reject(new Error(`${error.code} ${error.message}`));
  });
  assert.equal(event.data, 'connected!');
});
