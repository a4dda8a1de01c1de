import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, connected, credentials, eventually, kinds, lossesSeen, uniqueName } from './clients.mjs';

after(closeAll);

const register = ({ client, userId }) => client.request('register', credentials(userId));

for (const kind of ['socket.io-client 4', 'socket.io-client 2']) {
  test(`${kind}: a lost socket comes back to its seat, and misses nothing`, async () => {
    const ann = { client: await kinds[kind](), userId: uniqueName('ann') };
    const bob = { client: await kinds['plain JSON'](), userId: uniqueName('bob') };
    for (const someone of [ann, bob]) assert.equal((await register(someone)).recovered, false);
    const { roomId } = await bob.client.request('createRoom', { userId: bob.userId, destroy: true });
    for (const { client, userId } of [ann, bob]) await client.request('joinRoom', { userId, roomId });

    let before = NaN;
    await eventually(async () => !Number.isNaN((before = await lossesSeen())), 'a quiet moment');
    const back = new Promise((resolve) => ann.client.socket.once('disconnect', resolve))
      .then(() => connected(ann.client.socket));
    ann.client.lose();
    await eventually(async () => (await lossesSeen()) > before, '$disconnect');
    const texts = ['one', '둘', 'three'];
    for (const message of texts) await bob.client.request('chat', { userId: bob.userId, roomId, message });

    await back;
    const reply = await register(ann);
    assert.deepEqual({ code: reply.code, recovered: reply.recovered }, { code: '200', recovered: true });
    for (const message of texts) assert.equal((await ann.client.presence('chat')).message, message);

    const again = await ann.client.request('joinRoom', { userId: ann.userId, roomId });
    assert.deepEqual({ code: again.code, recovered: again.recovered }, { code: '200', recovered: true });
    await ann.client.request('chat', { userId: ann.userId, roomId, message: 'back' });
    assert.equal((await bob.client.presence('chat')).message, 'back');
  });
}
