import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { credentials, connected, eventually, uniqueName } from '../socketio/clients.mjs';
import { base } from '../studies/people.mjs';
import { clients, closeOpened, open as openWith, refusal, transport } from './clients.mjs';

after(closeOpened);

const asked = (socket, message) => new Promise((resolve) => socket.emit('knowledgetalk', message, resolve));

for (const version of Object.keys(clients)) {
  const open = (namespace = '', options = {}) => openWith(version, base + namespace, options);

  async function register(socket) {
    const { code } = await asked(socket, { eventOp: 'register', reqId: '1', ...credentials(uniqueName('ann')) });
    assert.equal(code, '200');
  }

  for (const namespace of ['', '/SignalServer']) {
    test(`socket.io-client ${version} as it comes registers on ${namespace || '/'}`, async () => {
      const socket = open(namespace);
      await connected(socket);
      assert.equal(transport(socket), 'websocket');
      await register(socket);
    });
  }

  test(`socket.io-client ${version} as it comes speaks on two namespaces of one socket`, async () => {
    const root = open();
    const other = root.io.socket('/SignalServer');
    await Promise.all([connected(root), connected(other)]);
    await register(root);
    await register(other);
  });

  test(`socket.io-client ${version} as it comes is told that a namespace is not ours`, async () => {
    assert.match((await refusal(open('/other'))).message, /Invalid namespace/);
  });

  test(`socket.io-client ${version} as it comes is back after its line was cut`, async () => {
    const socket = open();
    await connected(socket);
    const again = new Promise((resolve) => socket.once('connect', resolve));
    socket.io.engine.transport.ws.terminate();
    await again;
    await register(socket);
  });

  test(`socket.io-client ${version} as it comes is connected at the family's own path`, async () => {
    const socket = open('', { path: '/calls' });
    await connected(socket);
    await eventually(async () => transport(socket) === 'websocket', 'the WebSocket');
    await register(socket);
  });
}
