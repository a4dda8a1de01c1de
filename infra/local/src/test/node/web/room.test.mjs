import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Room } from '../../../../../../web/sdk/calls/room.js';

const member = (id, more) => ({ id, name: id.toUpperCase(), audio: true, video: true, ...more });
const join = (id, rev) => ({ eventOp: 'presence', type: 'join', roomId: 'r1', user: member(id), rev });
const leave = (id, rev, more) => ({ eventOp: 'presence', type: 'leave', roomId: 'r1', user: id, rev, ...more });

function roomOf(ids, rev = 1) {
  const room = new Room({ roomId: 'r1', selfId: 'me' });
  const members = Object.fromEntries(['me', ...ids].map((id) => [id, member(id)]));
  room.enter({ members, host: 'me', rev, share: {}, title: 'Standup' });
  return room;
}

const ids = (room) => [...room.members.keys()].sort();

function log(room) {
  const seen = [];
  for (const type of ['joined', 'left', 'ended']) room.on(type, (what) => seen.push([type, what.id ?? what]));
  return seen;
}

test('the reply of joinRoom brings members, host and title', () => {
  const room = roomOf(['ann']);
  assert.deepEqual(ids(room), ['ann', 'me']);
  assert.ok(room.isHost);
  assert.equal(room.title, 'Standup');
  assert.deepEqual(room.others.map(({ id }) => id), ['ann']);
});

test('people come and go, each told once', () => {
  const room = roomOf([]);
  const seen = log(room);
  for (const news of [join('ann', 2), join('ann', 2), leave('ann', 3), leave('ann', 3)]) room.apply(news);
  assert.deepEqual(seen, [['joined', 'ann'], ['left', 'ann']]);
});

test('two joins that arrive in the wrong order both count', () => {
  const room = roomOf([]);
  room.apply(join('bob', 3));
  room.apply(join('ann', 2));
  assert.deepEqual(ids(room), ['ann', 'bob', 'me']);
});

test('a join that arrives after the leave it preceded is old news', () => {
  const room = roomOf([]);
  room.apply(leave('ann', 3));
  room.apply(join('ann', 2));
  assert.deepEqual(ids(room), ['me']);
});

test('news older than the snapshot is dropped', () => {
  const room = roomOf(['ann'], 5);
  room.apply(leave('ann', 4));
  assert.deepEqual(ids(room), ['ann', 'me']);
});

test('news that overtook the snapshot survives it', () => {
  const room = roomOf(['ann'], 1);
  room.apply(join('bob', 3));
  room.apply(leave('ann', 4));
  room.enter({ members: { me: member('me'), ann: member('ann') }, rev: 2 });
  assert.deepEqual(ids(room), ['bob', 'me']);
});

test('an older snapshot changes nothing', () => {
  const room = roomOf(['ann'], 7);
  room.enter({ members: { me: member('me') }, host: 'nobody', rev: 6 });
  assert.deepEqual(ids(room), ['ann', 'me']);
  assert.equal(room.host, 'me');
});

test('a snapshot after being away tells who came and who went', () => {
  const room = roomOf(['ann'], 1);
  const seen = log(room);
  room.enter({ members: { me: member('me'), bob: member('bob') }, host: 'bob', rev: 9 });
  assert.deepEqual(seen, [['left', 'ann'], ['joined', 'bob']]);
  assert.equal(room.host, 'bob');
});

test('the host follows the newest news only', () => {
  const room = roomOf(['ann', 'bob', 'cat']);
  room.apply(leave('ann', 5, { host: 'cat' }));
  room.apply(leave('bob', 4, { host: 'ann' }));
  assert.equal(room.host, 'cat');
});

test('being kicked, and the end of the room, end the call', () => {
  const kicked = roomOf([]);
  const seen = log(kicked);
  kicked.apply({ type: 'kickOut', roomId: 'r1', user: 'me' });
  kicked.apply(leave('me', 9, { destroyed: true }));
  assert.deepEqual(seen, [['ended', 'kicked'], ['ended', 'destroyed']]);
});

test('somebody else being kicked is a departure', () => {
  const room = roomOf(['ann']);
  room.apply({ type: 'kickOut', roomId: 'r1', user: 'ann', rev: 2 });
  assert.deepEqual(ids(room), ['me']);
});

test('shares start and stop; the sender counts before the user', () => {
  const room = roomOf(['ann']);
  room.apply({ type: 'screen', roomId: 'r1', user: 'ann', sender: 'ann' });
  assert.deepEqual(room.share, { type: 'screen', user: 'ann' });
  room.apply({ type: 'shareStop', roomId: 'r1', user: 'ann', sender: 'ann' });
  assert.deepEqual(room.share, {});
});

test('our own chat is not shown twice, and other rooms are not ours', () => {
  const room = roomOf(['ann']);
  const said = [];
  room.on('chat', ({ user }) => said.push(user));
  room.apply({ type: 'chat', roomId: 'r1', user: 'ann', message: 'hi' });
  room.apply({ type: 'chat', roomId: 'r1', user: 'me', message: 'hi' });
  room.apply({ type: 'chat', roomId: 'r2', user: 'ann', message: 'hi' });
  assert.deepEqual(said, ['ann']);
});

test('what is told twice is said once, and said twice is heard twice', () => {
  const room = roomOf(['ann']);
  const said = [];
  room.on('chat', ({ message }) => said.push(message));
  const chat = (message, sentAt) => room.apply({ type: 'chat', roomId: 'r1', user: 'ann', message, sentAt });
  for (const [message, sentAt] of [['hi', 1], ['there', 2], ['hi', 1], ['hi', 3], ['hi'], ['hi']]) chat(message, sentAt);
  assert.deepEqual(said, ['hi', 'there', 'hi', 'hi', 'hi']);
});

test('permits and user info change only what they name', () => {
  const room = roomOf(['ann']);
  room.apply({ type: 'permit', roomId: 'r1', target: 'ann', chat: false });
  room.apply({ type: 'editUserInfo', roomId: 'r1', user: 'ann', video: false });
  const ann = room.members.get('ann');
  assert.deepEqual([ann.permit, ann.video, ann.audio, ann.name], [{ chat: false }, false, true, 'ANN']);
});
