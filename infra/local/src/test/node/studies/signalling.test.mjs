import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, counts, eventually, pause, Person, socket2, socket4, studyOf } from './people.mjs';

after(closeAll);

async function threeInACall() {
  const people = [await Person.named('ann'), await Person.named('ben'), await Person.named('cat')];
  const study = await studyOf(...people);
  const sockets = [];
  for (const person of people) {
    const socket = await person.socket();
    const { success, participants } = await socket.ask('video:join-room', study);
    assert.equal(success, true);
    assert.equal(participants.length, sockets.length);
    assert.deepEqual(await socket.next('video:room-state'), { participants });
    for (const other of sockets) {
      const joined = await other.next('video:user-joined');
      assert.deepEqual(joined, { socketId: socket.id, userId: person.id, user: { id: person.id, name: person.name, avatar: null } });
    }
    sockets.push(socket);
  }
  return { people, study, sockets, roomId: study.roomId };
}

for (const [kind, options] of Object.entries({
  'socket.io-client 4': (person) => ({ make: socket4, auth: { token: person.token } }),
  'socket.io-client 2': (person) => ({ make: socket2, query: { token: person.token } }),
})) {
  test(`${kind}: three members run the nine events`, async () => {
    const people = [await Person.named('ann'), await Person.named('ben'), await Person.named('cat')];
    const study = await studyOf(...people);
    const { roomId } = study;
    const [ann, ben, cat] = await Promise.all(people.map((person) => person.socket(options(person))));
    const all = [ann, ben, cat];

    ann.emit('video:join-room', study);
    assert.deepEqual(await ann.next('video:room-state'), { participants: [] });
    ben.emit('video:join-room', study);
    assert.deepEqual((await ben.next('video:room-state')).participants.map(({ socketId }) => socketId), [ann.id]);
    assert.equal((await ann.next('video:user-joined')).socketId, ben.id);
    cat.emit('video:join-room', study);
    const { participants } = await cat.next('video:room-state');
    assert.deepEqual(participants.map(({ userId }) => userId), [people[0].id, people[1].id]);

    cat.emit('video:offer', { to: ann.id, offer: { type: 'offer', sdp: 'v=0' } });
    assert.deepEqual(await ann.next('video:offer'), { from: cat.id, offer: { type: 'offer', sdp: 'v=0' } });
    ann.emit('video:answer', { to: cat.id, answer: { type: 'answer', sdp: 'v=0' } });
    assert.deepEqual(await cat.next('video:answer'), { from: ann.id, answer: { type: 'answer', sdp: 'v=0' } });
    ann.emit('video:ice-candidate', { to: cat.id, candidate: { candidate: 'udp', sdpMid: '0' } });
    assert.deepEqual(await cat.next('video:ice-candidate'), { from: ann.id, candidate: { candidate: 'udp', sdpMid: '0' } });

    const about = { socketId: ann.id, userId: people[0].id };
    ann.emit('video:toggle-audio', { roomId, isMuted: true });
    ann.emit('video:toggle-video', { roomId, isVideoOff: true });
    ann.emit('video:screen-share-start', { roomId });
    for (const other of [ben, cat]) {
      assert.deepEqual(await other.next('video:peer-audio-changed'), { ...about, isMuted: true });
      assert.deepEqual(await other.next('video:peer-video-changed'), { ...about, isVideoOff: true });
      assert.deepEqual(await other.next('video:peer-screen-share'), { ...about, isSharing: true });
      assert.deepEqual(await other.next('video:screen-share-started'), { socketId: ann.id });
    }
    ann.emit('video:screen-share-stop', { roomId });
    assert.deepEqual(await ben.next('video:peer-screen-share'), { ...about, isSharing: false });

    ann.emit('video:leave-room', { roomId });
    for (const other of [ben, cat]) assert.deepEqual(await other.next('video:user-left'), about);
    for (const socket of all) assert.deepEqual(socket.inbox.filter(({ event }) => event === 'error'), []);
    const { session } = await people[1].call('GET', `/${study.studyId}/video-call/status`);
    assert.equal(session.onlineCount, 2);
  });
}

test('a relayed offer is two metered messages, whoever else is there', async () => {
  const { sockets: [ann, ben] } = await threeInACall();
  await eventually(async () => (await settled()), 'quiet');
  const before = await counts();
  ann.emit('video:offer', { to: ben.id, offer: 'o' });
  await ben.next('video:offer');
  let now;
  await eventually(async () => (now = await counts()).messages - before.messages >= 2, 'both are counted');
  assert.equal(now.messages - before.messages, 2);
  assert.equal(now.invocations['Studies-FrameFunction'] - before.invocations['Studies-FrameFunction'], 1);
});

async function settled() {
  const first = await counts();
  await pause(300);
  return first.messages === (await counts()).messages;
}

test('what is no event, or no event of ours, is answered and costs nobody the socket', async () => {
  const { sockets: [ann, ben], people, study } = await threeInACall();
  const wrong = ['video:offer', 'video:join-room', 'video:toggle-audio'];
  for (const event of wrong) {
    ann.emit(event, { to: 'nobody', offer: 'o' });
    assert.match((await ann.next('error')).message, /./, event);
  }
  const { success: known } = await ann.ask('no such event', {});
  assert.equal(known, false);
  // What is sent from outside a room is refused in the acknowledgement alone.
  const elsewhere = await ann.ask('video:toggle-audio', { roomId: 'study-another-main', isMuted: true });
  assert.deepEqual([elsewhere.success, elsewhere.code], [false, 'INVALID_REQUEST']);
  ann.io.engine.write('42["broken');
  assert.equal((await ann.next('error')).code, 'INVALID_REQUEST');
  const { success, error } = await ann.ask('video:offer', { to: 'nobody', offer: 'o' });
  assert.deepEqual([success, error], [false, '상대방을 찾을 수 없습니다.']);
  assert.deepEqual(ben.inbox.filter(({ event }) => event !== 'video:user-joined'), []);
  const { session } = await people[0].call('GET', `/${study.studyId}/video-call/status`);
  assert.equal(session.onlineCount, 3);
  assert.equal(ann.connected, true);
});

test('a frame over 32 KB is the end of its socket, and of nobody else', async () => {
  const { sockets: [ann, ben, cat] } = await threeInACall();
  const { id } = cat;
  cat.io.reconnection(false);
  cat.emit('video:offer', { to: ann.id, offer: 'x'.repeat(40_000) });
  assert.equal((await ann.next('video:user-left')).socketId, id);
  assert.equal(ben.connected, true);
});

test('a lost socket that returns has never left; one that does not has left when it was lost', async () => {
  const { people, study, sockets: [ann, ben, cat] } = await threeInACall();
  const old = ben.id;
  ben.lose();
  assert.equal((await ann.next('video:user-left')).socketId, old);
  await eventually(() => ben.connected && ben.id !== old, 'ben is back');
  assert.equal((await ben.ask('video:join-room', study)).success, true);
  assert.equal((await ann.next('video:user-joined')).socketId, ben.id);

  cat.io.reconnection(false);
  cat.lose();
  const status = async () => (await people[0].call('GET', `/${study.studyId}/video-call/status`)).session;
  await eventually(async () => (await status()).onlineCount === 2, 'cat is offline at once');
  await eventually(async () => (await status()).participants.length === 2, 'cat has left after the grace');
  const inside = (await status()).participants.map(({ userId }) => userId);
  assert.deepEqual(inside.sort(), [people[0].id, people[1].id].sort());

  for (const socket of [ann, ben]) socket.emit('video:leave-room', { roomId: study.roomId });
  await eventually(async () => (await status()) === null, 'the last one ends it');
  const { session } = await people[0].call('GET', `/${study.studyId}/video-call/sessions/${study.session.id}`);
  const duration = Object.fromEntries(session.participants.map((one) => [one.userId, one.duration]));
  assert.ok(duration[people[1].id] >= duration[people[2].id], JSON.stringify(duration));
  assert.equal(session.participants.length, 3);
});

test('requests are told to sockets: a session that starts, a member who leaves', async () => {
  const [owner, ben] = [await Person.named('owner'), await Person.named('ben')];
  const { study } = await owner.call('POST', '', { name: '스터디' });
  await owner.call('POST', `/${study.id}/members/${ben.id}`, {});
  const page = await ben.socket();
  assert.equal((await page.ask('presence:join-study', { studyId: study.id })).success, true);
  assert.equal((await page.next('study:online-users')).users[0].userId, ben.id);

  const started = await owner.call('POST', `/${study.id}/video-call/start`);
  assert.deepEqual((await page.next('video:started')).session, started.session);
  const room = { studyId: study.id, roomId: started.session.roomId };
  await page.ask('video:join-room', room);
  const other = await owner.socket();
  await other.ask('video:join-room', room);
  await owner.call('POST', `/${study.id}/video-call/leave`, { sessionId: started.session.id });
  assert.deepEqual(await page.next('video:user-left'), { socketId: other.id, userId: owner.id });
});
