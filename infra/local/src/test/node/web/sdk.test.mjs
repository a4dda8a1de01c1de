import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { Call, Emitter, LocalMedia, MoimError, NoAnswer, packages, Refusal, RoomClient, Session, Signalling, StudyClient, StudySocket, Unavailable } from '../../../../../../web/sdk/moim.js';
import { FakeMedia, FakeSession } from './fake-call.mjs';
import { fakeServer } from './fake-server.mjs';

class FakeSocket {
  sent = [];
  readyState = 0;
  constructor() { FakeSocket.last = this; }
  open() {
    this.readyState = 1;
    this.onopen();
  }
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
}

const signalling = () => new Signalling({ url: 'ws://h/calls', createSocket: () => new FakeSocket() });

test('events are those of an EventTarget, and end with a signal', () => {
  const emitter = new Emitter();
  const heard = [];
  const stop = new AbortController();
  emitter.addEventListener('news', ({ detail }) => heard.push(['event', detail]));
  const off = emitter.on('news', (detail) => heard.push(['on', detail]), { signal: stop.signal });
  emitter.emit('news', 1);
  stop.abort();
  emitter.emit('news', 2);
  off();
  assert.ok(emitter instanceof EventTarget);
  assert.deepEqual(heard, [['event', 1], ['on', 1], ['event', 2]]);
});

test('an answer that ends in its middle is none', async (t) => {
  const server = createServer((incoming, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    outgoing.write('{"token":"t1",');
    setImmediate(() => outgoing.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const rooms = new RoomClient({ server: `http://127.0.0.1:${server.address().port}` });
  const failure = await rooms.join('r1', 'me').catch((error) => error);
  assert.ok(failure instanceof NoAnswer, String(failure));
  assert.equal(failure.code, 'lost');
});

test('errors are told apart by their class, and name what was asked for', () => {
  for (const Kind of [Refusal, NoAnswer, Unavailable]) {
    const error = new Kind('joinRoom', '413', 'why');
    assert.ok(error instanceof MoimError && error instanceof Error);
    assert.deepEqual([error.name, error.op, error.code, error.message], [Kind.name, 'joinRoom', '413', 'joinRoom: 413 why']);
  }
});

test('a signal ends the waiting for a socket, which is closed again', async () => {
  const stop = new AbortController();
  const opening = signalling().open({ signal: stop.signal });
  stop.abort(new Error('enough'));
  await assert.rejects(opening, { message: 'enough' });
  assert.equal(FakeSocket.last.readyState, 3);
});

test('a signal ends the waiting for a reply, and one that is aborted already sends nothing', async () => {
  const one = signalling();
  const opening = one.open();
  FakeSocket.last.open();
  await opening;
  const stop = new AbortController();
  const asking = one.request('chat', { message: 'hi' }, { signal: stop.signal });
  stop.abort();
  await assert.rejects(asking, { name: 'AbortError' });
  await assert.rejects(one.request('chat', {}, { signal: stop.signal }), { name: 'AbortError' });
  assert.equal(FakeSocket.last.sent.length, 1);
});

test('a signal ends a request over HTTP', async (t) => {
  const { url } = await fakeServer(t, { 'GET /api/my-studies': () => ({ body: { studies: [] } }) });
  const client = new StudyClient({ server: url, identity: { token: 't' } });
  await assert.rejects(client.studies({ signal: AbortSignal.abort() }), { name: 'AbortError' });
  assert.deepEqual(await client.studies({ signal: new AbortController().signal }), []);
});

test('who waits no longer to enter gives the seat back', async () => {
  const stop = new AbortController();
  const session = Object.assign(new FakeSession({}), { sent: [], send(op) { this.sent.push(op); } });
  session.request = async () => {
    stop.abort();
    return { members: {}, rev: 1 };
  };
  const call = new Call({ session, media: new FakeMedia() });
  await assert.rejects(call.join('r1', { signal: stop.signal }), { name: 'AbortError' });
  call.abandon();
  assert.deepEqual(session.sent, ['leaveRoom']);
});

test('a socket that is lost while we enter is waited for, and we enter by the next', async () => {
  const answers = [new NoAnswer('joinRoom', 'lost'), { members: { me: { id: 'me' }, ann: { id: 'ann' } }, rev: 3 }];
  const session = Object.assign(new FakeSession({}), { waits: 0, async ready() { this.waits++; } });
  session.request = async (op) => {
    const answer = op === 'joinRoom' ? answers.shift() : {};
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const call = new Call({ session, media: new FakeMedia() });
  call.on('joined', ({ id }) => call.transport.remove(id));
  globalThis.RTCPeerConnection ??= class { getTransceivers() { return []; } addTransceiver() { return { sender: { track: null }, direction: 'sendrecv' }; } close() {} };
  await call.join('r1');
  assert.deepEqual([session.waits, [...call.room.members.keys()]], [1, ['me', 'ann']]);
  await call.leave();
});

test('a session is waited for until it is back, or never will be', async () => {
  const session = new Session({ url: 'ws://h/calls', signalling: Object.assign(new Emitter(), { close() {} }) });
  const ready = session.ready();
  session.become('connecting');
  session.become('ready');
  await ready;
  session.stop();
  await assert.rejects(session.ready(), { code: 'lost' });
});

test('tracks of a page are sent and never stopped', async () => {
  const track = (kind) => ({ kind, enabled: true, stop() { this.stopped = true; } });
  const [mic, cam] = [track('audio'), track('video')];
  const media = new LocalMedia(() => assert.fail('no device is asked for'));
  media.use({ getTracks: () => [mic, cam] });
  await media.setCam(false);
  assert.equal(media.tracks.cam, null);
  await media.setCam(true);
  assert.equal(media.tracks.cam, cam);
  media.close();
  assert.deepEqual([mic.stopped, cam.stopped, media.tracks], [undefined, undefined, { mic: null, cam: null, screen: null }]);
});

test('a package that is not there is Unavailable, and a page may say where it is', async (t) => {
  const { socketIo } = packages;
  t.after(() => { packages.socketIo = socketIo; });
  packages.socketIo = async () => { throw new Error('404'); };
  await assert.rejects(StudySocket.open({ url: 'http://h', identity: {} }), { name: 'Unavailable', code: 'client' });
  const io = (origin, { path }) => ({ origin, path, on() {}, onAny() {}, onAnyOutgoing() {}, connect() { this.connecting = true; } });
  packages.socketIo = async () => ({ io });
  const { socket } = await StudySocket.open({ url: 'https://h', identity: {} });
  assert.deepEqual([socket.origin, socket.path, socket.connecting], ['wss://h', '/study', true]);
});

test('group rooms are asked for with the token of a person or of a license, page by page', async (t) => {
  const room = { roomId: 'room-1' };
  const { url, asked } = await fakeServer(t, {
    'POST /api/room/create': () => ({ body: { ...room, token: 't', livekitUrl: 'wss://media' } }),
    'POST /api/room/join': () => ({ body: { token: 't', url: 'wss://media' } }),
    'GET /api/rooms': ({ query }) => ({ body: query.cursor ? { rooms: [{ roomId: 'room-2' }], total: 1 } : { rooms: [room], total: 1, nextCursor: 'c' } }),
    'DELETE /api/room/room-1': () => ({ status: 409, body: { statusCode: 409, message: 'no' } }),
  });
  const rooms = new RoomClient({ server: url, licenseToken: async () => 'lt' });
  const made = await rooms.create({ userName: 'ann' });
  assert.deepEqual([made.roomId, made.url, made.token], ['room-1', 'wss://media', 't']);
  assert.deepEqual(await new RoomClient({ server: url, token: 'pt' }).join('room-1', 'bob'), { roomId: 'room-1', token: 't', url: 'wss://media' });
  assert.deepEqual((await rooms.list({ all: true })).map(({ roomId }) => roomId), ['room-1', 'room-2']);
  await assert.rejects(rooms.remove('room-1'), { name: 'Refusal', code: '409' });
  assert.deepEqual([asked[0].headers['s-connector-jwt'], asked[1].headers.authorization], ['lt', 'Bearer pt']);
});
