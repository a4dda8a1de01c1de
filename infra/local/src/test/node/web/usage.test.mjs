import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../../../../../web/js/sessions/csv.js';
import { usagePerDay, usagePerRoom, usageRows } from '../../../../../../web/js/sessions/usage-days.js';
import { LicenseClient } from '../../../../../../web/sdk/licenses/license-client.js';
import { WebhookClient } from '../../../../../../web/sdk/licenses/webhook-client.js';
import { fakeServer } from './fake-server.mjs';

const at = (text) => Date.parse(text);
const room = (roomName, createdAt, sessionTimeSecond, { joins = 0, peak = 0, messages = 0 } = {}) => ({ roomName, createdAt, sessionTimeSecond, joins, peak, messages });

test('a room counts on each day for as long as it was open then', () => {
  const days = usagePerDay([room('a', '2026-01-01T23:00:00.000Z', 7_200), room('b', '2026-01-02T00:30:00.000Z', 60)], at('2026-01-01T00:00:00Z'), at('2026-01-03T00:00:00Z'));
  assert.deepEqual(days, [
    { date: '2026-01-01', rooms: 1, seconds: 3_600, peak: 1, joins: 0, messages: 0 },
    { date: '2026-01-02', rooms: 2, seconds: 3_660, peak: 2, joins: 0, messages: 0 },
  ]);
});

test('one after the other is one at once, and what began before the period begins with it', () => {
  const rooms = [room('a', '2026-01-01T10:00:00.000Z', 60), room('b', '2026-01-01T10:01:00.000Z', 60), room('old', '2025-12-01T00:00:00.000Z', 30)];
  const [day] = usagePerDay(rooms, at('2026-01-01T00:00:00Z'), at('2026-01-01T12:00:00Z'));
  assert.deepEqual(day, { date: '2026-01-01', rooms: 3, seconds: 150, peak: 1, joins: 0, messages: 0 });
});

test('what happened in a room counts once, on the day on which it was opened or the first one shown', () => {
  const rooms = [
    room('a', '2026-01-01T23:00:00.000Z', 7_200, { joins: 3, messages: 5 }),
    room('b', '2026-01-02T00:30:00.000Z', 60, { joins: 1, messages: 1 }),
    room('old', '2025-12-01T00:00:00.000Z', 30, { joins: 10, messages: 20 }),
  ];
  const days = usagePerDay(rooms, at('2026-01-01T00:00:00Z'), at('2026-01-03T00:00:00Z'));
  assert.deepEqual(days.map(({ joins, messages }) => [joins, messages]), [[13, 25], [1, 1]]);
});

test('days and rooms are rows of one table', () => {
  const used = [room('a', '2026-01-01T10:00:00.000Z', 90, { joins: 3, peak: 2, messages: 5 })];
  assert.deepEqual(usageRows(usagePerDay(used, at('2026-01-01T00:00:00Z'), at('2026-01-01T12:00:00Z')), usagePerRoom(used)), [
    ['of', 'name', 'rooms', 'minutes', 'peak', 'joins', 'messages'],
    ['day', '2026-01-01', 1, '1.5', 1, 3, 5],
    ['room', 'a', 1, '1.5', 2, 3, 5],
  ]);
});

test('rooms of one name add up, the longest first', () => {
  const rooms = [room('a', '', 5, { joins: 2, peak: 2, messages: 1 }), room('b', '', 30), room('a', '', 10, { joins: 5, peak: 1, messages: 4 })];
  assert.deepEqual(usagePerRoom(rooms), [
    { room: 'b', times: 1, seconds: 30, joins: 0, people: 0, messages: 0 },
    { room: 'a', times: 2, seconds: 15, joins: 7, people: 2, messages: 5 },
  ]);
});

test('cells with quotes, commas and formulas stay what they are', () => {
  assert.equal(csv([['a "b"', 'c,d', 1], ['=1+1', '-2', -2]]), '"a ""b""","c,d",1\r\n\'=1+1,\'-2,-2\r\n');
});

test('deliveries are asked for with a token, which is asked for anew when it is refused', async (t) => {
  let tokens = 0;
  const hour = Buffer.from(JSON.stringify({ iat: 0, exp: 3_600 })).toString('base64url');
  const server = await fakeServer(t, {
    'POST /v1/auth': () => ({ body: { status: true, data: { accessToken: `t${++tokens}.${hour}.s` } } }),
    'GET /v1/webhooks': ({ headers }) => (headers['s-connector-jwt'].startsWith('t2.') ? { body: { status: true, data: [{ id: 'wh_1' }] } } : { status: 401, body: { status: false, message: 'no' } }),
  });
  const client = new WebhookClient(new LicenseClient({ server: server.url, accessKey: 'a', secretKey: 'b' }));
  assert.deepEqual(await client.list(), [{ id: 'wh_1' }]);
  assert.equal(tokens, 2);
});
