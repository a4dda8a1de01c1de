import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameLog, matches } from '../../../../../../web/js/call-view/frame-log.js';
import { linkedRoom, roomFrom } from '../../../../../../web/js/calls/room-link.js';
import { initials } from '../../../../../../web/js/widgets/avatar.js';
import { KeepAlive } from '../../../../../../web/sdk/core/keep-alive.js';
import { Refusal } from '../../../../../../web/sdk/core/errors.js';

const frame = (body) => ({ direction: 'in', at: new Date(0), text: typeof body === 'string' ? body : JSON.stringify(body) });

test('secrets never reach the list of frames', () => {
  const log = new FrameLog();
  log.add(frame({ eventOp: 'register', authKey: 's3cret', iceServers: [{ urls: ['turn:x'], credential: 's3cret' }], resumeToken: 's3cret', livekit: { url: 'wss://y', token: 's3cret' } }));
  assert.doesNotMatch(JSON.stringify(log.entries), /s3cret/);
  assert.match(JSON.stringify(log.entries), /turn:x/);
});

test('frames are named by operation, presence by its type, and anything else is shown as it is', () => {
  const log = new FrameLog();
  for (const body of [{ eventOp: 'chat', code: '200' }, { eventOp: 'presence', type: 'join' }, 'not JSON', 'null']) log.add(frame(body));
  assert.deepEqual(log.entries.map(({ op, code }) => [op, code]), [['chat', '200'], ['presence join', ''], ['?', ''], ['?', '']]);
});

test('a paused list takes nothing in, a long one forgets its beginning', () => {
  const log = new FrameLog();
  for (let i = 0; i < 510; i++) log.add(frame({ eventOp: 'chat', i }));
  log.pause(true);
  log.add(frame({ eventOp: 'chat', i: 'paused' }));
  assert.deepEqual([log.entries.length, log.entries[0].body.i, log.entries.at(-1).body.i], [500, 10, 509]);
});

test('the filter wants every word, anywhere', () => {
  const log = new FrameLog();
  log.add(frame({ eventOp: 'joinRoom', code: '444', message: 'Room is full' }));
  const [entry] = log.entries;
  assert.deepEqual(['', 'joinroom', '444 full', '444 empty'].map((filter) => matches(entry, filter)), [true, true, true, false]);
});

test('a room is found in a link, or is the text itself', () => {
  assert.equal(linkedRoom('#room=K43254033'), 'K43254033');
  assert.equal(linkedRoom(''), '');
  assert.equal(roomFrom(' https://example.org/#room=%EB%AA%A8%EC%9E%84 '), '모임');
  assert.equal(roomFrom(' r1234567 '), 'r1234567');
});

test('initials of Latin and Korean names', () => {
  assert.deepEqual(['Minji Kim', '김민지', 'daniel', '😀 x', ' '].map(initials), ['MK', '김', 'D', '😀X', '?']);
});

test('only silence makes a socket dead, not a refusal', async () => {
  const verdicts = [];
  for (const code of ['late', '410', 'lost']) {
    const keepAlive = new KeepAlive({ probe: async () => { throw new Refusal('memberList', code); }, onDead: () => verdicts.push(code) });
    await keepAlive.check();
  }
  assert.deepEqual(verdicts, ['late']);
});
