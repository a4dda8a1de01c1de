import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Emitter } from '../../../../../../web/sdk/core/emitter.js';
import { Refusal } from '../../../../../../web/sdk/core/errors.js';
import { MediaSwitch } from '../../../../../../web/sdk/studies/media-switch.js';
import { fromEvent, toEvents } from '../../../../../../web/sdk/studies/mesh-events.js';

/** A Mesh or Conference that only writes down what it is told. */
class FakeTransport extends Emitter {
  told = [];
  constructor(name) {
    super();
    this.name = name;
  }
  get ownState() { return this.name; }
  setTracks(tracks) { this.told.push(['tracks', tracks]); }
  add(userId, { offering }) { this.told.push(['add', userId, offering]); }
  start() { this.told.push(['start']); }
  close() { this.told.push(['close']); }
}

function switchOf(conference) {
  const made = [];
  const make = (name) => {
    made.push(new FakeTransport(name));
    return made.at(-1);
  };
  const media = new MediaSwitch({ mesh: () => make('mesh'), conference: conference ?? (async () => make('conference')) });
  return { media, made };
}

const people = (count) => () => Array.from({ length: count }, (_, i) => `u${i}`);

test('four people talk directly, five through the media server, four directly again', async () => {
  const { media, made } = switchOf();
  media.setTracks({ mic: 'm' });
  for (const [others, transport] of [[1, 'mesh'], [3, 'mesh'], [4, 'conference'], [5, 'conference'], [3, 'mesh']]) {
    await media.settle(people(others));
    assert.equal(media.ownState, transport, `with ${others} others`);
  }
  assert.deepEqual(made.map(({ name }) => name), ['mesh', 'conference', 'mesh']);
  assert.deepEqual(made[1].told, [['tracks', { mic: 'm' }], ['start'], ...people(4)().map((id) => ['add', id, true]), ['close']]);
});

test('events of the transport that is no longer used is not passed on', async () => {
  const { media, made } = switchOf();
  const heard = [];
  media.on('tracks', (userId) => heard.push(userId));
  made[0].emit('tracks', 'ann');
  await media.settle(people(4));
  made[0].emit('tracks', 'old');
  made[1].emit('tracks', 'bob');
  assert.deepEqual(heard, ['ann', 'bob']);
});

test('without a media server, or with one that refuses, everybody stays where they are', async () => {
  const alone = new MediaSwitch({ mesh: () => new FakeTransport('mesh') });
  await alone.settle(people(9));
  assert.equal(alone.ownState, 'mesh');
  const { media } = switchOf(async () => { throw new Refusal('media', 'client'); });
  const refusals = [];
  media.on('refused', ({ code }) => refusals.push(code));
  await media.settle(people(4));
  assert.deepEqual([media.ownState, refusals], ['mesh', ['client']]);
});

test('closing during a change leaves nothing open', async () => {
  const late = new FakeTransport('conference');
  let open;
  const { media, made } = switchOf(() => new Promise((resolve) => { open = () => resolve(late); }));
  const settled = media.settle(people(4));
  await new Promise(setImmediate);
  media.close();
  open();
  await settled;
  assert.deepEqual([made[0].told, late.told], [[['close']], [['close']]]);
});

const relayed = ([name, { to, ...payload }]) => fromEvent(name, { from: 's1', ...payload });

test('what a mesh signals comes out of the study socket as it went in', () => {
  const offer = { target: 's2', sdp: { type: 'offer', sdp: 'v=0' }, peer: 'p1', to: 'p2', offer: 3, offered: 3 };
  const [event] = toEvents('sdp', { type: 'cam', ...offer });
  assert.deepEqual(event, ['video:offer', { to: 's2', offer: { type: 'offer', sdp: 'v=0', peer: 'p1', page: 'p2', number: 3, offered: 3 } }]);
  const { target, ...arrived } = offer;
  assert.deepEqual(relayed(event), { eventOp: 'sdp', ...arrived });
  const candidates = toEvents('candidate', { target: 's2', candidate: [{ candidate: 'a' }, { candidate: 'b' }], peer: 'p1' });
  assert.deepEqual(candidates.map(relayed).map(({ candidate }) => candidate), [{ candidate: 'a' }, { candidate: 'b' }]);
});

test("another client's bare description and candidate are understood too, and garbage is none", () => {
  const { eventOp, sdp, offer, peer } = fromEvent('video:answer', { from: 's1', answer: { type: 'answer', sdp: 'v=0' } });
  assert.deepEqual([eventOp, sdp, offer, peer], ['sdp', { type: 'answer', sdp: 'v=0' }, undefined, undefined]);
  assert.equal(fromEvent('video:user-speaking', {}), null);
  assert.doesNotThrow(() => fromEvent('video:offer', {}));
});
