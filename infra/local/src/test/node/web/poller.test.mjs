import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../../../../../../web/sdk/core/backoff.js';
import { Poller } from '../../../../../../web/js/shared/poller.js';
import { Refusal } from '../../../../../../web/sdk/core/errors.js';

/** A page that can be hidden. */
class FakePage extends EventTarget {
  visibilityState = 'visible';
  show(state) {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function pollerOf(work, everyMs = 1) {
  const page = new FakePage();
  return { page, poller: new Poller({ work, everyMs, page, backoff: new Backoff({ first: 2, most: 4 }) }) };
}

const times = (poller, type, count) => new Promise((resolve) => {
  poller.on(type, (...details) => --count || resolve(details));
});

test('works again and again, one at a time', async () => {
  let running = 0;
  let most = 0;
  const { poller } = pollerOf(async () => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
  });
  const thrice = times(poller, 'done', 3);
  poller.start();
  poller.hurry();
  await thrice;
  poller.stop();
  assert.equal(most, 1);
});

test('rests while nobody looks, and is up to date at once when somebody does', async () => {
  let works = 0;
  const { page, poller } = pollerOf(async () => { works++; }, 5);
  await poller.start();
  page.show('hidden');
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(works, 1);
  const again = times(poller, 'done', 1);
  page.show('visible');
  await again;
  poller.stop();
  assert.equal(works, 2);
});

test('after a refusal it waits as long as it was asked to, else a while, and goes on', async () => {
  const refusals = [new Refusal('info', '429', '', 0.01), new Refusal('info', 'lost')];
  const { poller } = pollerOf(async () => {
    const refusal = refusals.shift();
    if (refusal) throw refusal;
  });
  const told = [];
  poller.on('failed', ({ refusal, seconds }) => told.push([refusal.code, seconds]));
  const done = times(poller, 'done', 1);
  poller.start();
  await done;
  poller.stop();
  assert.deepEqual(told, [['429', 1], ['lost', 1]]);
});
