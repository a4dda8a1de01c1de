import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, kinds } from './clients.mjs';

after(closeAll);

for (const kind of ['socket.io-client 4', 'socket.io-client 2']) {
  test(`${kind}: a namespace that is not ours is refused by name`, async () => {
    await assert.rejects(kinds[kind]('/other'), /Invalid namespace/);
  });

  for (const namespace of ['/', '/SignalServer']) {
    test(`${kind}: an event of another name is answered 405 on ${namespace}, where it came from`, async () => {
      const { socket, inbox } = await kinds[kind](namespace);
      const acked = new Promise((resolve) => socket.emit('message', { eventOp: 'chat' }, resolve));
      const { eventOp, code } = await inbox.next(() => true, 'refusal');
      assert.deepEqual({ eventOp, code }, { eventOp: 'message', code: '405' });
      assert.equal((await acked).code, '405');
    });
  }
}
