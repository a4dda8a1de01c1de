import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { EventSource } from 'eventsource';
import { Person, base, closeAll, eventually } from './people.mjs';

after(closeAll);

test('an EventSource hears of applications, each once', async () => {
  const minji = await Person.of(4);
  const junho = await Person.of(5);
  const heard = [];
  const source = new EventSource(`${base}/api/v1/notifications/subscribe`, {
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${minji.token}` } }),
  });
  source.addEventListener('connect', (event) => heard.push(event.data));
  const unnamed = [];
  source.addEventListener('message', (event) => unnamed.push(JSON.parse(event.data)));
  const ids = [];
  source.addEventListener('NEW_PARTICIPATION_REQUEST', (event) => ids.push(event.lastEventId));
  await eventually(() => unnamed.length === 1, 'the first event');
  assert.deepEqual(heard, ['connected!']);
  for (let i = 0; i < 3; i++) {
    const meeting = await minji.meeting(`번개 ${i}`);
    await junho.call('POST', `/participations/${meeting}`);
  }
  await eventually(() => ids.length === 3, 'three events');
  assert.equal(new Set(ids).size, 3);
  assert.deepEqual(unnamed.at(-1), { hasNotifications: true });
  const { body } = await minji.call('GET', '/notifications');
  assert.deepEqual(body.map((one) => String(one.id)), [...ids].reverse());
  source.close();
});
