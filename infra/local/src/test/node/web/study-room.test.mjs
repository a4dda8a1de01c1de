import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StudyRoom } from '../../../../../../web/sdk/studies/study-room.js';

const someone = (userId, socketId, more) => ({ userId, socketId, user: { id: userId, name: `name of ${userId}` }, ...more });

/** A room of `me`, and what it has told: `joined ann`, `left ann` … */
function roomOf() {
  const room = new StudyRoom({ roomId: 'study-s-main', title: 'S', self: { id: 'me', name: 'Me' } });
  const told = [];
  for (const type of ['joined', 'left', 'socketChanged']) room.on(type, ({ id }) => told.push(`${type} ${id}`));
  return { room, told };
}

test('the list of who is there brings everybody in, with what they show', () => {
  const { room, told } = roomOf();
  room.enter([someone('ann', 's1', { isMuted: true }), someone('bob', 's2', { isVideoOff: true, isSharingScreen: true }), someone('me', 's0')]);
  assert.deepEqual(told, ['joined ann', 'joined bob']);
  const { name, audio, video } = room.members.get('ann');
  assert.deepEqual([name, audio, video], ['name of ann', false, true]);
  assert.deepEqual([room.members.get('bob').video, room.share], [false, { type: 'screen', user: 'bob' }]);
  assert.deepEqual([room.userOf('s2'), room.socketOf('ann'), room.userOf('s0')], ['bob', 's1', undefined]);
});

test('news that overtook the list outweighs it', () => {
  const { room, told } = roomOf();
  room.expect();
  room.join(someone('late', 's9'));
  room.leave(someone('gone', 's1'));
  room.enter([someone('gone', 's1'), someone('ann', 's2')]);
  assert.deepEqual([...room.members.keys()], ['me', 'late', 'ann']);
  assert.deepEqual(told, ['joined late', 'joined ann']);
});

test('a later list takes away whoever left unheard', () => {
  const { room, told } = roomOf();
  room.enter([someone('ann', 's1'), someone('bob', 's2')]);
  room.expect();
  room.enter([someone('bob', 's2')]);
  assert.deepEqual(told, ['joined ann', 'joined bob', 'left ann']);
});

test('another socket of the same user replaces theirs, and the old one leaving means nothing', () => {
  const { room, told } = roomOf();
  room.enter([someone('ann', 's1')]);
  room.join(someone('ann', 's2'));
  room.leave(someone('ann', 's1'));
  assert.deepEqual(told, ['joined ann', 'socketChanged ann']);
  room.leave(someone('ann', 's2'));
  assert.equal(told.at(-1), 'left ann');
});

test('after our own socket was replaced, everybody is connected to anew', () => {
  const { room, told } = roomOf();
  room.enter([someone('ann', 's1')]);
  room.startOver();
  room.expect();
  room.enter([someone('ann', 's1')]);
  assert.deepEqual(told, ['joined ann', 'socketChanged ann']);
});

test('the stage shows the screen that was shared last, and the one before when it ends', () => {
  const { room } = roomOf();
  room.enter([someone('ann', 's1'), someone('bob', 's2')]);
  for (const [user, on, shown] of [['ann', true, 'ann'], ['me', true, 'me'], ['me', false, 'ann'], ['stranger', true, 'ann'], ['ann', false, undefined]]) {
    room.setSharing(user, on);
    assert.equal(room.share.user, shown);
  }
  room.setSharing('bob', true);
  room.leave(someone('bob', 's2'));
  assert.deepEqual(room.share, {});
});
