import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Signalling } from '../../../../../../web/sdk/calls/signalling.js';

/** A socket whose other end is the test. */
class FakeSocket {
  readyState = 0;
  sent = [];
  open() {
    this.readyState = 1;
    this.onopen();
  }
  send(text) {
    this.sent.push(JSON.parse(text));
  }
  receive(message) {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }
  close() {
    this.readyState = 3;
    this.onclose?.();
  }
}

async function opened(options = {}) {
  const socket = new FakeSocket();
  const signalling = new Signalling({ url: 'ws://x/calls', createSocket: () => socket, ...options });
  const opening = signalling.open();
  socket.open();
  await opening;
  return { socket, signalling };
}

test('a reply goes to the request with its reqId', async () => {
  const { socket, signalling } = await opened();
  const first = signalling.request('createRoom', { destroy: true });
  const second = signalling.request('joinRoom', { roomId: 'r1' });
  const [create, join] = socket.sent;
  socket.receive({ eventOp: 'joinRoom', reqId: join.reqId, code: '200', rev: 3 });
  socket.receive({ eventOp: 'createRoom', reqId: create.reqId, code: '200', roomId: 'r1' });
  assert.equal((await second).rev, 3);
  assert.equal((await first).roomId, 'r1');
});

test('a refused request rejects with its operation and code', async () => {
  const { socket, signalling } = await opened();
  const joining = signalling.request('joinRoom', { roomId: 'r1' });
  socket.receive({ eventOp: 'joinRoom', reqId: socket.sent[0].reqId, code: '444', message: 'full' });
  await assert.rejects(joining, { op: 'joinRoom', code: '444', retryAfter: undefined });
  const chatting = signalling.request('chat', { message: 'hi' });
  socket.receive({ eventOp: 'chat', reqId: socket.sent[1].reqId, code: '445', message: 'too soon', retryAfter: 3 });
  await assert.rejects(chatting, { op: 'chat', code: '445', retryAfter: 3 });
});

test('a relayed message with a reqId of ours is no reply', async () => {
  const { socket, signalling } = await opened({ replyMs: 20 });
  const messages = [];
  signalling.on('message', (message) => messages.push(message));
  const chatting = signalling.request('chat', { message: 'hi' });
  socket.receive({ eventOp: 'sdp', reqId: socket.sent[0].reqId, sender: 'u2' });
  assert.equal(messages.length, 1);
  await assert.rejects(chatting, { code: 'late' });
});

test('what the server cannot mean is left alone', async () => {
  const { socket, signalling } = await opened();
  const messages = [];
  signalling.on('message', (message) => messages.push(message));
  for (const text of ['', 'not JSON', '3', 'null']) socket.receive(text);
  assert.deepEqual(messages, []);
});

test('a lost socket rejects what waits and is told once', async () => {
  const { socket, signalling } = await opened();
  let lost = 0;
  signalling.on('lost', () => lost++);
  const waiting = signalling.request('chat', { message: 'hi' });
  socket.close();
  await assert.rejects(waiting, { code: 'lost' });
  await assert.rejects(signalling.request('chat', {}), { code: 'lost' });
  assert.equal(signalling.send('drawing'), false);
  assert.equal(lost, 1);
});

test('an abandoned socket is lost at once and heard no more', async () => {
  const { socket, signalling } = await opened();
  const seen = [];
  signalling.on('lost', () => seen.push('lost'));
  signalling.on('message', () => seen.push('message'));
  signalling.abandon();
  socket.receive({ eventOp: 'presence', type: 'chat' });
  assert.deepEqual(seen, ['lost']);
});

test('every frame is shown, in and out', async () => {
  const { socket, signalling } = await opened();
  const frames = [];
  signalling.on('frame', ({ direction, text }) => frames.push([direction, JSON.parse(text).eventOp]));
  signalling.send('candidate', { target: 'u2' });
  socket.receive({ eventOp: 'sdp' });
  assert.deepEqual(frames, [['out', 'candidate'], ['in', 'sdp']]);
});
