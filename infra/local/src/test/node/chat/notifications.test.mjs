import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { EventSourcePolyfill } from 'event-source-polyfill';
import { EventSource } from 'eventsource';
import { Person, base, closeAll, eventually } from './people.mjs';

const EVENTS = 1_000;
const FIVE_MINUTES = 300_000;
const sources = [];

after(closeAll);
after(() => sources.forEach((source) => source.close()));

const address = `${base}/api/v1/notifications/subscribe`;

/** As browsers have it: the last event's id is sent as a header. */
const standard = ({ token }) => new EventSource(address, {
  fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
});

/** As React front ends use it: the last event's id is sent in the address. */
const polyfill = ({ token }) => new EventSourcePolyfill(address, { headers: { Authorization: `Bearer ${token}` } });

/** Listens for somebody, and keeps what is heard in order. */
function listen(person, type, open = standard) {
  const source = open(person);
  sources.push(source);
  const heard = { connected: [], unnamed: [], events: [] };
  source.addEventListener('connect', (event) => heard.connected.push(event.data));
  source.addEventListener('message', (event) => heard.unnamed.push(JSON.parse(event.data)));
  source.addEventListener(type, (event) => heard.events.push({ id: event.lastEventId, text: event.data }));
  return heard;
}

for (const [name, who, open] of [['an EventSource', 4, standard], ['event-source-polyfill', 7, polyfill]]) {
  test(`${name} hears of applications, each once`, async () => {
    const minji = await Person.of(who);
    const junho = await Person.of(5);
    const heard = listen(minji, 'NEW_PARTICIPATION_REQUEST', open);
    await eventually(() => heard.unnamed.length > 0, 'the first event');
    assert.deepEqual(heard.connected, ['connected!']);
    for (let i = 0; i < 3; i++) {
      const meeting = await minji.meeting(`번개 ${i}`);
      await junho.call('POST', `/participations/${meeting}`);
    }
    await eventually(() => heard.events.length === 3, 'three events');
    const ids = heard.events.map((event) => event.id);
    assert.equal(new Set(ids).size, 3);
    assert.deepEqual(heard.unnamed.at(-1), { hasNotifications: true });
    const { body } = await minji.call('GET', '/notifications');
    assert.deepEqual(body.map((one) => String(one.id)), [...ids].reverse());
  });
}

/** Once somebody has applied, the scene adds the notifications at random times, by four writers. */
test('an EventSource hears of a thousand notifications, once each and in order', async () => {
  const sora = await Person.of(6);
  const heard = listen(sora, 'MEETING_EXPIRED');
  await eventually(() => heard.unnamed.length > 0, 'the first event');
  const meeting = await sora.meeting('번개');
  const junho = await Person.of(5);
  await junho.call('POST', `/participations/${meeting}`);
  await eventually(() => heard.events.length >= EVENTS, 'all of them', FIVE_MINUTES);
  const titles = heard.events.map((event) => event.text);
  assert.equal(new Set(titles).size, EVENTS, 'none is lost');
  assert.equal(titles.length, EVENTS, 'none is repeated');
  const ids = heard.events.map((event) => BigInt(event.id));
  assert.ok(ids.every((id, i) => i === 0 || id > ids[i - 1]), 'in order');
  for (const writer of [0, 1, 2, 3]) {
    const own = titles.filter((title) => title.includes(`'${writer}-`)).map(number);
    assert.deepEqual(own, Array.from({ length: EVENTS / 4 }, (_, i) => i), `in the order of writer ${writer}`);
  }
});

const number = (title) => Number(title.match(/-(\d+)'/)[1]);
