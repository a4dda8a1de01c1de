import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mesh } from '../../../../../../web/sdk/media/mesh.js';

/** Stands for a peer connection and writes down what it is told. */
class FakePeer {
  static made = [];
  constructor(options) {
    Object.assign(this, options, { id: `p${FakePeer.made.length}`, remoteId: null, told: [], hasAnswered: true });
    FakePeer.made.push(this);
  }
  on() {}
  start() { this.told.push('start'); }
  close() { this.told.push('close'); }
  resume() { this.told.push('resume'); }
  setTracks() {}
  receiveDescription(message) {
    this.remoteId = message.peer;
    this.told.push(message.sdp.type);
  }
  receiveCandidates(candidates) { this.told.push(...candidates); }
}

function meshOf() {
  FakePeer.made = [];
  const sent = [];
  const mesh = new Mesh({ selfId: 'me', send: (op, fields) => sent.push([op, fields]), createPeer: (options) => new FakePeer(options) });
  return { mesh, sent, peers: FakePeer.made };
}

const offer = (peer, more) => ({ eventOp: 'sdp', sender: 'ann', user: 'ann', peer, sdp: { type: 'offer', sdp: '' }, ...more });

test('the newcomer offers, who was there waits', () => {
  const { mesh, peers } = meshOf();
  mesh.add('ann', { offering: true });
  mesh.add('bob', { offering: false });
  assert.deepEqual(peers.map(({ told }) => told), [['start'], []]);
});

test('exactly one of two is polite', () => {
  const { mesh, peers } = meshOf();
  mesh.add('ann', { offering: true });
  const other = new Mesh({ selfId: 'ann', send: () => {}, createPeer: (options) => new FakePeer(options) });
  other.add('me', { offering: false });
  assert.notEqual(peers[0].polite, peers[1].polite);
});

test('messages go to the right person, single candidates and arrays alike', async () => {
  const { mesh, sent, peers } = meshOf();
  mesh.add('ann', { offering: true });
  await mesh.receive({ eventOp: 'candidate', sender: 'ann', candidate: 'one' });
  await mesh.receive({ eventOp: 'candidate', sender: 'ann', candidate: ['two', 'three'] });
  assert.deepEqual(peers[0].told, ['start', 'one', 'two', 'three']);
  peers[0].send('candidate', { candidate: ['x'] });
  assert.deepEqual(sent, [['candidate', { target: 'ann', candidate: ['x'] }]]);
});

test('an offer may overtake the news that its sender joined', async () => {
  const { mesh, peers } = meshOf();
  const unknown = [];
  mesh.on('unknownPeer', (id) => unknown.push(id));
  await mesh.receive(offer('a1'));
  mesh.add('ann', { offering: false });
  assert.deepEqual(unknown, ['ann']);
  assert.deepEqual(peers.map(({ told }) => told), [['offer']]);
});

test('a reloaded page is a new peer, and what the old one still says is ignored', async () => {
  const { mesh, peers } = meshOf();
  await mesh.receive(offer('a1'));
  await mesh.receive(offer('a2'));
  await mesh.receive(offer('a1'));
  assert.deepEqual(peers.map(({ told }) => told), [['offer', 'close'], ['offer']]);
});

test('what was meant for the page before our reload is not for us', async () => {
  const { mesh, peers } = meshOf();
  mesh.add('ann', { offering: true });
  await mesh.receive(offer('a1', { to: 'before' }));
  assert.deepEqual(peers[0].told, ['start']);
});

test('nobody calls back after leaving', async () => {
  const { mesh, peers } = meshOf();
  await mesh.receive(offer('a1'));
  mesh.remove('ann');
  await mesh.receive(offer('a1', { offer: 2 }));
  assert.equal(peers.length, 1);
});

test('garbage creates nobody', async () => {
  const { mesh, peers } = meshOf();
  for (const message of [{ eventOp: 'sdp' }, { eventOp: 'sdp', sender: 'me', sdp: {} }]) await mesh.receive(message);
  assert.equal(peers.length, 0);
});
