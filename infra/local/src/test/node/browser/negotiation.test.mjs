import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await launch();
  ({ page } = await browser.person('Nobody'));
});

after(() => browser.close());

/**
 * Two peers in one page, joined by a channel that misbehaves as `faults` says; answers how they ended up.
 * Runs inside the page.
 */
async function meet({ first = 'a', bothStart, faults }) {
  const { Peer } = await import('/sdk/media/peer.js');
  const { tracks } = await (async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    return { tracks: { mic: stream.getAudioTracks()[0], cam: stream.getVideoTracks()[0], screen: null } };
  })();
  const peers = {};
  let lost = faults.lose ?? 0;
  const deliver = (to, op, fields) => {
    if (op === 'sdp' && lost-- > 0) return;
    const message = JSON.parse(JSON.stringify(fields));
    const hand = () => {
      if (faults.begin && op === 'sdp') peers[to].start();
      return op === 'sdp' ? peers[to].receiveDescription(message) : peers[to].receiveCandidates(message.candidate);
    };
    for (let copy = 0; copy < (faults.copies ?? 1); copy++) setTimeout(hand, Math.random() * (faults.delay ?? 0));
  };
  const remote = {};
  for (const [name, other] of [['a', 'b'], ['b', 'a']]) {
    peers[name] = new Peer({ userId: other, polite: name === 'a', tracks, send: (op, fields) => deliver(other, op, fields) });
    peers[name].on('tracks', (received) => { remote[name] = Object.keys(received).join(); });
  }
  peers[first].start();
  if (bothStart) peers[first === 'a' ? 'b' : 'a'].start();
  const live = () => window.watched.connections.filter(({ signalingState }) => signalingState !== 'closed');
  const settled = () => live().every((each) => each.connectionState === 'connected' && each.signalingState === 'stable');
  // Settled means for a whole second: a leftover would ask for one more negotiation.
  for (let calm = 0, i = 0; calm < 10 && i < 150; i++) {
    calm = settled() ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const connections = live();
  const sections = connections.map((each) => each.getTransceivers().filter(({ mid }) => mid !== null).length);
  const states = connections.map(({ connectionState, signalingState }) => `${connectionState} ${signalingState}`);
  Object.values(peers).forEach((peer) => peer.close());
  return { states, sections, remote };
}

const fine = { states: ['connected stable', 'connected stable'], sections: [3, 3], remote: { a: 'mic,cam,screen', b: 'mic,cam,screen' } };

test('one side offers', async () => {
  assert.deepEqual(await page.evaluate(meet, { bothStart: false, faults: {} }), fine);
});

test('colliding offers end in one connection with one set of media', async () => {
  for (let round = 0; round < 6; round++) {
    assert.deepEqual(await page.evaluate(meet, { bothStart: true, faults: {} }), fine);
  }
});

test('delayed, reordered and doubled messages do no harm', async () => {
  for (let round = 0; round < 6; round++) {
    assert.deepEqual(await page.evaluate(meet, { bothStart: round % 2 === 0, faults: { delay: 400, copies: 2 } }), fine);
  }
});

test('an offer that comes in the moment in which we begin does no harm', async () => {
  for (const first of ['a', 'b']) assert.deepEqual(await page.evaluate(meet, { first, bothStart: false, faults: { begin: true } }), fine);
});

test('a lost offer and a lost answer are sent again', async () => {
  for (const lose of [1, 2]) assert.deepEqual(await page.evaluate(meet, { bothStart: false, faults: { lose } }), fine);
});
