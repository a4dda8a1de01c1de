import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CandidateBatch } from '../../../../../../web/sdk/media/candidate-batch.js';
import { HeldCandidates } from '../../../../../../web/sdk/media/held-candidates.js';

const candidate = (usernameFragment) => ({ candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', usernameFragment });
const sdp = (fragment) => `v=0\r\na=ice-ufrag:${fragment}\r\n`;

test('candidates in quick succession become one message', async () => {
  const messages = await new Promise((resolve) => {
    const batch = new CandidateBatch((list) => resolve(list), 5);
    ['a', 'b', 'c'].forEach((each) => batch.add(each));
  });
  assert.deepEqual(messages, ['a', 'b', 'c']);
});

test('a discarded batch sends nothing', () => {
  const sent = [];
  const batch = new CandidateBatch((list) => sent.push(list), 0);
  batch.add('a');
  batch.discard();
  batch.flush();
  assert.deepEqual(sent, []);
});

test('a candidate waits for the description it belongs to', () => {
  const held = new HeldCandidates();
  const early = candidate('new');
  assert.equal(held.fits(early), false);
  held.hold(early);
  assert.deepEqual(held.accept(sdp('old')), []);
  assert.deepEqual(held.accept(sdp('new')), [early]);
  assert.deepEqual(held.accept(sdp('new')), []);
  assert.equal(held.fits(candidate('new')), true);
});

test('a candidate without a fragment fits any description', () => {
  const held = new HeldCandidates();
  assert.equal(held.fits(candidate(undefined)), false);
  held.accept(sdp('x'));
  assert.equal(held.fits(candidate(undefined)), true);
});
