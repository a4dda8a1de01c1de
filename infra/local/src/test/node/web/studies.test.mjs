import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { idOf, Identity } from '../../../../../../web/js/studies/identity.js';
import { perDay } from '../../../../../../web/js/studies/per-day.js';
import { StudyClient } from '../../../../../../web/sdk/studies/study-client.js';
import { StudySocket } from '../../../../../../web/sdk/studies/study-socket.js';
import { fakeServer } from './fake-server.mjs';

const identity = (renewals) => ({ token: 't0', renew: async function renew() { this.token = renewals.shift() ?? this.token; return this.token !== 't0'; } });

test('requests carry the token, and an answer in the document\'s shape comes out bare', async (t) => {
  const { url, asked } = await fakeServer(t, {
    'GET /api/my-studies/s%201/video-call/status': () => ({ body: { session: { id: 'c1' } } }),
    'POST /api/my-studies/s%201/video-call/join': () => ({ body: { participant: { id: 'p' }, media: { url: 'ws://m', token: 'secret' } } }),
  });
  const frames = [];
  const client = new StudyClient({ server: url, identity: identity([]), onFrame: ({ direction, op }) => frames.push(`${direction} ${op}`) });
  assert.deepEqual(await client.status('s 1'), { id: 'c1' });
  assert.equal((await client.join('s 1', 'c1')).media.url, 'ws://m');
  assert.deepEqual([asked[0].headers.authorization, asked[1].body], ['Bearer t0', { sessionId: 'c1' }]);
  assert.deepEqual(frames, ['out GET status', 'in GET status', 'out POST join', 'in POST join']);
});

test('an old token is renewed and the request repeated, once', async (t) => {
  const { url, asked } = await fakeServer(t, {
    'GET /api/my-studies': ({ headers }) => (headers.authorization === 'Bearer t1' ? { body: { studies: [] } } : { status: 401, body: { error: '인증이 필요합니다.', code: 'AUTH_REQUIRED' } }),
  });
  assert.deepEqual(await new StudyClient({ server: url, identity: identity(['t1']) }).studies(), []);
  await assert.rejects(new StudyClient({ server: url, identity: identity([]) }).studies(), { code: 'AUTH_REQUIRED' });
  assert.equal(asked.length, 3);
});

test('history asks for its page and dates only where they are given', async (t) => {
  const { url, asked } = await fakeServer(t, { 'GET /api/my-studies/s/video-call/history': () => ({ body: { sessions: [] } }) });
  await new StudyClient({ server: url, identity: identity([]) }).history('s', { page: 2, limit: 10, startDate: undefined, endDate: '2026-01-01T00:00:00.000Z' });
  assert.deepEqual(asked[0].query, { page: '2', limit: '10', endDate: '2026-01-01T00:00:00.000Z' });
});

test('a name makes an id, and a token tells whose it is', () => {
  assert.deepEqual([' Minji Kim ', '김 민지', '!!'].map(idOf), ['minji-kim', '김-민지', '']);
  const token = `x.${Buffer.from(JSON.stringify({ sub: 'u1', name: '민지' })).toString('base64url')}.y`;
  const { id, name } = Identity.ofToken(token);
  assert.deepEqual([id, name], ['u1', '민지']);
  assert.throws(() => Identity.ofToken('nonsense'));
});

test('days have a bar each, a year has one for each month', () => {
  const days = Array.from({ length: 365 }, (_, i) => ({ date: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10), count: 1 }));
  assert.deepEqual(perDay(days.slice(0, 2)).map(({ label, value }) => [label, value]), [['Jan 1', 1], ['Jan 2', 1]]);
  const months = perDay(days);
  assert.deepEqual([months.length, months[1].value, months[1].name], [12, 28, 'Feb 2026']);
});

/** Socket.IO's client, as far as it is used; the test plays the server. */
class FakeIo extends EventEmitter {
  connects = 0;
  active = true;
  io = {};
  connect() { this.connects++; }
  disconnect() {}
  onAny(listener) { this.any = listener; }
  onAnyOutgoing() {}
  timeout() { return { emitWithAck: async (name, payload) => this.answer(name, payload) }; }
}

function socketOf(renewals = []) {
  const fake = new FakeIo();
  let options;
  const io = (origin, given) => {
    options = { origin, ...given };
    return fake;
  };
  const socket = new StudySocket({ io, url: 'ws://h:3000/study', identity: identity(renewals) });
  return { fake, socket, options, token: () => new Promise((resolve) => options.auth(({ token }) => resolve(token))) };
}

test('the socket opens where the stage is, and is ready when the server says so', async () => {
  const { fake, socket, options, token } = socketOf();
  assert.deepEqual([options.origin, options.path, options.transports], ['ws://h:3000', '/study', ['websocket']]);
  assert.equal(await token(), 't0');
  await assert.rejects(socket.start().ready(1), { code: 'lost' });
  const ready = socket.ready();
  fake.emit('connect');
  await ready;
  assert.equal(socket.state, 'ready');
});

test('a refused token is renewed once, then the session ends', async () => {
  const { fake, socket, token } = socketOf(['t1']);
  const ended = new Promise((resolve) => socket.on('ended', resolve));
  fake.active = false;
  fake.emit('connect_error', new Error('Authentication failed'));
  await new Promise(setImmediate);
  assert.deepEqual([fake.connects, await token()], [1, 't1']);
  fake.emit('connect_error', new Error('Authentication failed'));
  assert.equal((await ended).code, 'AUTH_REQUIRED');
});

test('a lost socket comes back, and what was refused says so', async () => {
  const { fake, socket } = socketOf();
  const states = [];
  socket.on('state', (state) => states.push(state));
  const returned = new Promise((resolve) => socket.on('returned', resolve));
  for (const type of ['connect', 'disconnect', 'connect']) fake.emit(type);
  await returned;
  assert.deepEqual(states, ['ready', 'away', 'ready']);
  fake.answer = () => ({ success: false, error: 'no' });
  await assert.rejects(socket.request('video:join-room', {}), { code: 'refused' });
  fake.answer = () => { throw new Error('timeout'); };
  await assert.rejects(socket.request('video:join-room', {}), { code: 'late' });
  fake.emit('disconnect');
  await assert.rejects(socket.request('video:join-room', {}), { code: 'lost' });
});
