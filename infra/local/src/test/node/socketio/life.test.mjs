import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, credentials, kinds, uniqueName } from './clients.mjs';

after(closeAll);

async function registered(connect, namespace, form) {
  const client = await connect(namespace);
  const userId = uniqueName('user');
  const reply = await client.request('register', { ...credentials(userId), name: '홍길동' }, form);
  assert.deepEqual({ code: reply.code, userId: reply.userId }, { code: '200', userId });
  assert.ok(reply.iceServers.length > 0);
  return { client, userId };
}

for (const kind of ['socket.io-client 4', 'socket.io-client 2']) {
  for (const namespace of ['/', '/SignalServer']) {
    for (const form of ['object', 'text']) {
      test(`${kind} on ${namespace}, payload as ${form}: register, create, join, chat, leave`, async () => {
        const ann = await registered(kinds[kind], namespace, form);
        const bob = await registered(kinds[kind], namespace, form);
        const ask = async ({ client, userId }, eventOp, fields) => {
          const reply = await client.request(eventOp, { userId, ...fields }, form);
          assert.equal(reply.code, '200', JSON.stringify(reply));
          assert.equal(reply.eventOp, eventOp);
          return reply;
        };
        const { roomId } = await ask(ann, 'createRoom', { title: '방', destroy: true });
        await ask(ann, 'joinRoom', { roomId });
        const joined = await ask(bob, 'joinRoom', { roomId });
        assert.deepEqual(Object.keys(joined.members).sort(), [ann.userId, bob.userId].sort());
        assert.equal((await ann.client.presence('join')).user.id, bob.userId);

        await ask(bob, 'chat', { roomId, message: '안녕 😀' });
        const { user, message } = await ann.client.presence('chat');
        assert.deepEqual({ user, message }, { user: bob.userId, message: '안녕 😀' });

        await ask(bob, 'leaveRoom', { roomId });
        assert.equal((await ann.client.presence('leave')).user, bob.userId);
        await ask(ann, 'leaveRoom', { roomId });
      });
    }

    test(`${kind} on ${namespace}: an ack is called with the reply, which comes as an event too`, async () => {
      const client = await kinds[kind](namespace);
      const { reply, acked } = await client.requestWithAck('register', credentials(uniqueName('user')));
      assert.equal(reply.code, '200');
      assert.deepEqual(acked, reply);
    });
  }
}
