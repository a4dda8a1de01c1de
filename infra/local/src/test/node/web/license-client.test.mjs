import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LicenseClient } from '../../../../../../web/sdk/licenses/license-client.js';
import { refusalPhrase } from '../../../../../../web/js/shared/refusal.js';
import { fakeServer } from './fake-server.mjs';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const data = (value, more) => ({ body: { status: true, data: value, ...more } });

/** A licenses API whose tokens count up and last `minutes`; `accepts` decides which of them it takes. */
async function licensesApi(t, { minutes = 60, accepts = () => true, routes = {} } = {}) {
  let tokens = 0;
  const guarded = Object.fromEntries(Object.entries(routes).map(([route, answer]) =>
    [route, (request) => (accepts(request.headers['s-connector-jwt']) ? answer(request) : { status: 401, body: { status: false, message: 'Unauthorized' } })]));
  // Their clock is a year ahead of ours: only the difference of a token's times counts.
  const iat = Math.floor(Date.now() / 1_000) + 31_536_000;
  const server = await fakeServer(t, {
    'POST /v1/auth': ({ body }) => (body.secretKey === 'right' ? data({ accessToken: `t${++tokens}.${part({ iat, exp: iat + minutes * 60, name: '모임' })}.s` }) : { status: 401 }),
    ...guarded,
  });
  let now = Date.now();
  const client = new LicenseClient({ server: server.url, accessKey: 'a', secretKey: 'right', now: () => now });
  return { client, later: (ms) => { now += ms; }, tokens: () => tokens, ...server };
}

const info = { 'GET /v1/info': () => data({ domain: 'trial' }) };

test('one token serves many requests, until a minute before it ends', async (t) => {
  const { client, later, tokens, asked } = await licensesApi(t, { routes: info });
  await client.info();
  later(58.9 * 60_000);
  assert.deepEqual(await client.info(), { domain: 'trial' });
  assert.equal(tokens(), 1);
  later(0.2 * 60_000);
  await Promise.all([client.info(), client.info()]);
  assert.equal(tokens(), 2, 'two requests at once share the renewal');
  assert.match(asked.at(-1).headers['s-connector-jwt'], /^t2\./);
  assert.deepEqual(asked[0].body, { accessKey: 'a', secretKey: 'right', expires: 60 });
});

test('a token that the server no longer knows is replaced, once', async (t) => {
  const { client, tokens } = await licensesApi(t, { routes: info, accepts: (token) => token.startsWith('t2') });
  assert.deepEqual(await client.info(), { domain: 'trial' });
  const { client: foreign, tokens: made } = await licensesApi(t, { routes: info, accepts: () => false });
  await assert.rejects(foreign.info(), { code: '401', op: 'info' });
  assert.deepEqual([tokens(), made()], [2, 2]);
});

test('a wrong pair is told in its own words', async (t) => {
  const { client } = await licensesApi(t);
  client.secretKey = 'wrong';
  const refusal = await client.signIn().catch((error) => error);
  assert.equal(refusalPhrase(refusal), 'error.auth.401');
});

test('long lists come in pages, with the same question', async (t) => {
  const rooms = ({ query }) => (query.cursor ? data([{ id: '2' }]) : data([{ id: '1' }], { nextCursor: 'c1' }));
  const usage = ({ query }) => data({ detail: [{ roomName: query.cursor ?? 'first' }] }, query.cursor ? {} : { nextCursor: 'c2' });
  const { client, asked } = await licensesApi(t, { routes: { 'GET /v1/sessions': rooms, 'GET /v1/static': usage } });
  assert.deepEqual(await client.sessions(), [{ id: '1' }, { id: '2' }]);
  assert.deepEqual(await client.usage(0, 60_000), [{ roomName: 'first' }, { roomName: 'c2' }]);
  assert.deepEqual(asked.at(-1).query, { startTime: '1970-01-01T00:00:00.000Z', endTime: '1970-01-01T00:01:00.000Z', cursor: 'c2' });
});

test('a license with many rooms is told of all of them', async (t) => {
  const usage = ({ query }) => {
    const page = Number(query.cursor ?? 1);
    return data({ detail: [{ roomName: `r${page}` }] }, page < 50 ? { nextCursor: String(page + 1) } : {});
  };
  const { client } = await licensesApi(t, { routes: { 'GET /v1/static': usage } });
  assert.equal((await client.usage(0, 60_000)).length, 50);
});

test('too many requests tell how long to wait, a dead server that it is dead', async (t) => {
  const { client } = await licensesApi(t, { routes: { 'GET /v1/info': () => ({ status: 429, headers: { 'retry-after': '7' } }) } });
  await assert.rejects(client.info(), { code: '429', retryAfter: 7 });
  client.server = 'http://127.0.0.1:1';
  await assert.rejects(client.info(), { code: 'lost' });
});
