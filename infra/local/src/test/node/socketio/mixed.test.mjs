import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, credentials, kinds, uniqueName } from './clients.mjs';

after(closeAll);

async function member(connect) {
  const client = await connect();
  const userId = uniqueName('user');
  const reply = await client.request('register', credentials(userId));
  assert.equal(reply.code, '200', JSON.stringify(reply));
  return { client, userId };
}

test('plain JSON, socket.io-client 4 and 2 see and hear each other in one room', async () => {
  const members = [];
  for (const connect of Object.values(kinds)) members.push(await member(connect));
  const [first] = members;
  const created = await first.client.request('createRoom', { userId: first.userId, capacity: 3, destroy: true });
  const { roomId } = created;
  assert.equal(created.code, '200', JSON.stringify(created));

  for (const [count, { client, userId }] of members.entries()) {
    const reply = await client.request('joinRoom', { userId, roomId });
    assert.equal(Object.keys(reply.members).length, count + 1);
    for (const earlier of members.slice(0, count)) {
      assert.equal((await earlier.client.presence('join')).user.id, userId);
    }
  }
  for (const { client, userId } of members) {
    await client.request('chat', { userId, roomId, message: `from ${userId}` });
    for (const other of members.filter((someone) => someone.userId !== userId)) {
      assert.equal((await other.client.presence('chat')).message, `from ${userId}`);
    }
  }
  for (const [gone, { client, userId }] of members.entries()) {
    assert.equal((await client.request('leaveRoom', { userId, roomId })).code, '200');
    for (const other of members.slice(gone + 1)) assert.equal((await other.client.presence('leave')).user, userId);
  }
});
