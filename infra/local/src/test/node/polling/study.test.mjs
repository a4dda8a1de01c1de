import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { base, closeAll, connected, Person, studyOf, watch } from '../studies/people.mjs';
import { clients, closeOpened, open as openWith, proof, refusal, transport } from './clients.mjs';

after(closeAll);
after(closeOpened);

for (const version of Object.keys(clients)) {
  const open = (options) => watch(openWith(version, base, options));

  test(`socket.io-client ${version} as it comes takes part in a study's call`, async () => {
    const people = [await Person.named('ann'), await Person.named('ben')];
    const study = await studyOf(...people);
    const [ann, ben] = people.map(({ token }) => open(proof(version, token)));
    await Promise.all([connected(ann), connected(ben)]);
    assert.deepEqual([transport(ann), transport(ben)], ['websocket', 'websocket']);

    ann.emit('video:join-room', study);
    assert.deepEqual(await ann.next('video:room-state'), { participants: [] });
    ben.emit('video:join-room', study);
    assert.equal((await ben.next('video:room-state')).participants[0].socketId, ann.id);
    assert.equal((await ann.next('video:user-joined')).socketId, ben.id);
    ben.emit('video:offer', { to: ann.id, offer: { type: 'offer', sdp: 'v=0' } });
    assert.deepEqual(await ann.next('video:offer'), { from: ben.id, offer: { type: 'offer', sdp: 'v=0' } });
  });

  test(`socket.io-client ${version} as it comes is told why it is refused`, async () => {
    assert.equal((await refusal(open())).message, 'Authentication required');
    assert.equal((await refusal(open(proof(version, 'forged')))).message, 'Authentication failed');
  });

  test(`socket.io-client ${version} as it comes is back after its line was cut`, async () => {
    const person = await Person.named('cat');
    const socket = open(proof(version, person.token));
    await connected(socket);
    const before = socket.id;
    const again = new Promise((resolve) => socket.once('connect', resolve));
    socket.lose();
    await again;
    assert.notEqual(socket.id, before);
    assert.equal(transport(socket), 'websocket');
  });

  test(`socket.io-client ${version} as it comes is connected at the family's own path`, async () => {
    const { token } = await Person.named('dan');
    await connected(open({ path: '/study', ...proof(version, token) }));
  });

  test(`many of socket.io-client ${version} as it comes are connected at once`, async () => {
    const { token } = await Person.named('eve');
    const sockets = Array.from({ length: 10 }, () => open(proof(version, token)));
    await Promise.all(sockets.map(connected));
    assert.equal(new Set(sockets.map(({ id }) => id)).size, 10);
  });
}
