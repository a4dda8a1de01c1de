import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phrasesOf, moment } from '../../../../../../web/js/meetings/kinds.js';
import { MeetingClient } from '../../../../../../web/sdk/meetings/meeting-client.js';
import { Projection, fittingZoom } from '../../../../../../web/js/meetings/projection.js';
import { refusalPhrase } from '../../../../../../web/js/shared/refusal.js';
import { fakeServer } from './fake-server.mjs';

const SIZE = { width: 640, height: 400 };
const SEOUL = { latitude: 37.5663, longitude: 126.9779 };
const near = (a, b, by) => assert.ok(Math.abs(a - b) < by, `${a} is not ${b}`);

test('whoever looks around is nobody, and goes on where the answer before ended', async (t) => {
  const cursor = { id: 9, distance: 1.5, meetingDateTime: '2100-01-01T19:00:00' };
  const { url, asked } = await fakeServer(t, {
    'GET /api/v1/meetings': () => ({ body: { meetings: [], hasNext: true, cursor } }),
    'GET /api/v1/meetings/search': () => ({ body: { meetings: [], hasNext: false, cursor: null } }),
  });
  const client = new MeetingClient({ account: { token: 't' }, server: url });
  const first = await client.find({ here: SEOUL });
  await client.find({ here: SEOUL, cursor: first.cursor });
  await client.find({ text: { type: 'TITLE', keyword: '파전' }, categories: ['KOREAN', 'DESSERT'] });
  assert.equal(asked[0].headers.authorization, undefined);
  assert.deepEqual(asked[0].query, { latitude: '37.5663', longitude: '126.9779', pageSize: '12' });
  assert.deepEqual(asked[1].query, { ...asked[0].query, lastId: '9', lastDistance: '1.5', lastMeetingDateTime: '2100-01-01T19:00:00' });
  assert.deepEqual(asked[2].query, { searchType: 'TITLE', keyword: '파전', foodCategory: 'KOREAN,DESSERT', pageSize: '12' });
});

test('what one has applied for is read to its end', async (t) => {
  const { url, asked } = await fakeServer(t, {
    'GET /api/v1/participations': ({ query }) => (query.lastId === '0'
      ? { body: { appliedMeetings: [{ id: 1 }], lastId: 1, hasNext: true } }
      : { body: { appliedMeetings: [{ id: 2 }], lastId: 2, hasNext: false } }),
  });
  const client = new MeetingClient({ account: { token: 't' }, server: url });
  assert.deepEqual((await client.applied()).map(({ id }) => id), [1, 2]);
  assert.equal(asked[1].headers.authorization, 'Bearer t');
});

test('a form that was refused says which field is to blame', async (t) => {
  const errors = [{ field: 'title', message: '제목은 1자 이상 60자 이하여야 합니다.', rejectedValue: '' }];
  const { url } = await fakeServer(t, { 'PATCH /api/v1/meetings/7/complete': () => ({ status: 400, body: { status: 400, message: '올바르지 않은 값이 있습니다.', errors } }) });
  const refusal = await new MeetingClient({ account: { token: 't' }, server: url }).complete(7).catch((each) => each);
  assert.equal(refusal.field, 'title');
  assert.equal(refusalPhrase(refusal), 'error.400.title');
});

test('a place is where it is drawn, at every zoom, across the antimeridian too', () => {
  for (const centre of [SEOUL, { latitude: -64.1, longitude: 179.9 }]) {
    for (const zoom of [3, 9, 15]) {
      const projection = new Projection({ centre, zoom, ...SIZE });
      assert.deepEqual(projection.point(centre), { x: 320, y: 200 });
      const place = projection.place({ x: 500, y: 90 });
      const { x, y } = projection.point(place);
      near(x, 500, 1e-6);
      near(y, 90, 1e-6);
      assert.ok(Math.abs(place.longitude) <= 180);
    }
  }
});

test('rings are as far from the centre as they say', () => {
  const projection = new Projection({ centre: SEOUL, zoom: 13, ...SIZE });
  const km = projection.rings().at(-1);
  assert.ok(projection.rings().length > 1 && projection.pixels(km) <= 200);
  const { latitude } = projection.place({ x: 320, y: 200 - projection.pixels(km) });
  near((latitude - SEOUL.latitude) * 111.2, km, km * 0.02);
});

test('the map is as close as all places allow, and its pictures cover it', () => {
  const busan = { latitude: 35.1796, longitude: 129.0756 };
  const zoom = fittingZoom({ centre: SEOUL, places: [busan], ...SIZE });
  const { x, y } = new Projection({ centre: SEOUL, zoom, ...SIZE }).point(busan);
  assert.ok(x < 640 && y < 400);
  const closer = new Projection({ centre: SEOUL, zoom: zoom + 1, ...SIZE }).point(busan);
  assert.ok(closer.x > 616 || closer.y > 376);
  const tiles = new Projection({ centre: SEOUL, zoom, ...SIZE }).tiles();
  assert.ok(Math.min(...tiles.map((tile) => tile.x)) <= 0 && Math.max(...tiles.map((tile) => tile.x + 256)) >= 640);
  assert.equal(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size, tiles.length);
});

test('times are those of Seoul, and categories have phrases by name and by label', () => {
  assert.equal(moment('2100-01-01T19:00:00').toISOString(), '2100-01-01T10:00:00.000Z');
  assert.deepEqual(phrasesOf(['한식', 'DESSERT']), ['meetings.KOREAN', 'meetings.DESSERT']);
});
