import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Call } from '../../../../../../web/sdk/calls/call.js';
import { Refusal } from '../../../../../../web/sdk/core/errors.js';
import { FakeMedia, FakeSession } from './fake-call.mjs';

const seats = { members: { me: { id: 'me' } }, host: 'ann', rev: 1 };

function callOf(joinRoom) {
  const session = new FakeSession({ createRoom: { roomId: 'r1' }, createVideoRoom: { roomId: 'v1' }, joinRoom });
  const media = new FakeMedia();
  return { session, media, call: new Call({ session, media }) };
}

const inform = (user, message) => ({ eventOp: 'presence', type: 'inform', roomId: 'r1', user, message });

test('the host may mute a microphone, and the others hear of it', async (t) => {
  const { session, media, call } = callOf(seats);
  await call.join('r1');
  t.after(() => call.leave());
  let muted = 0;
  call.on('muted', () => muted++);
  session.emit('message', inform('ann', { ask: 'mute' }));
  await new Promise(setImmediate);
  assert.deepEqual([media.micOn, muted], [false, 1]);
  const { op, audio } = session.asked.at(-1);
  assert.deepEqual([op, audio], ['editUserInfo', false]);
});

test('what the host does not permit is switched off, each time it is switched on', async (t) => {
  const { session, media, call } = callOf({ ...seats, members: { me: { id: 'me', permit: { audio: true } } } });
  await call.join('r1');
  t.after(() => call.leave());
  const permit = (audio) => session.emit('message', { eventOp: 'presence', type: 'permit', roomId: 'r1', user: 'me', permit: { audio } });
  permit(false);
  await new Promise(setImmediate);
  assert.equal(media.micOn, false);
  await media.setMic(true);
  await new Promise(setImmediate);
  assert.equal(media.micOn, false);
  permit(true);
  await media.setMic(true);
  await new Promise(setImmediate);
  assert.equal(media.micOn, true);
});

test('whoever comes back among many waits as asked, and stays in the call', async (t) => {
  const { session, call } = callOf([seats, new Refusal('joinRoom', '445', 'too soon', 0.01), new Refusal('joinRoom', '500'), seats]);
  await call.join('r1');
  t.after(() => call.leave());
  const told = new Promise((resolve) => call.room.on('changed', resolve));
  session.emit('returned', { recovered: false });
  await told;
  assert.equal(call.isOver, false);
  assert.equal(session.asked.filter(({ op }) => op === 'joinRoom').length, 4);
});

test('nobody else may, and nothing else is obeyed', async (t) => {
  const { session, media, call } = callOf(seats);
  await call.join('r1');
  t.after(() => call.leave());
  for (const [user, message] of [['bob', { ask: 'mute' }], ['ann', { ask: 'unmute' }], ['ann', 'mute'], ['ann', null]]) {
    session.emit('message', inform(user, message));
  }
  await new Promise(setImmediate);
  assert.equal(media.micOn, true);
});

test('a group call is made as one', async () => {
  const { session, call } = callOf(seats);
  assert.equal(await call.create({ title: 'All', capacity: 16, group: true }), 'v1');
  assert.equal(await call.create({ title: 'Two', capacity: 2, group: false }), 'r1');
  assert.deepEqual(session.asked.map(({ op }) => op), ['createVideoRoom', 'createRoom']);
});

test('a media room without a pass is left again, and the reason is told', async () => {
  const { session, call } = callOf({ ...seats, media: true });
  await assert.rejects(call.join('v1'), { code: '570' });
  assert.deepEqual(session.asked.map(({ op }) => op), ['joinRoom', 'leaveRoom']);
  call.abandon();
});
