import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Account } from '../../../../../../web/sdk/accounts/account.js';
import { AccountClient } from '../../../../../../web/sdk/accounts/account-client.js';
import { refusalPhrase } from '../../../../../../web/js/shared/refusal.js';
import { fakeServer } from './fake-server.mjs';

/** Keeps a token as the page's account does; `renewals` are those it still gets by the cookie. */
const accountOf = (token, renewals = []) => ({
  token,
  keep(fresh) { this.token = fresh; },
  forget() { this.token = null; },
  async renew() { this.token = renewals.shift() ?? null; return this.token; },
});

const expired = { status: 401, body: { message: 'Expired JWT token', code: 'AUTH_ERROR' } };

test('whoever logs in keeps a token, and sends it from then on', async (t) => {
  const { url, asked } = await fakeServer(t, {
    'POST /api/v1/users/login': () => ({ body: { userId: '7', accessToken: 't1' } }),
    'GET /api/v1/users/me': () => ({ body: { nickname: '민지' } }),
  });
  const client = new AccountClient({ account: accountOf(null), server: url });
  await client.logIn({ email: 'a@b.kr', password: 'secret' });
  assert.equal((await client.me()).nickname, '민지');
  assert.equal(asked[0].headers.authorization, undefined);
  assert.equal(asked[1].headers.authorization, 'Bearer t1');
});

test('an expired token is renewed once, and the request repeated', async (t) => {
  const { url, asked } = await fakeServer(t, {
    'GET /api/v1/users/me': ({ headers }) => (headers.authorization === 'Bearer t2' ? { body: {} } : expired),
  });
  await new AccountClient({ account: accountOf('t1', ['t2']), server: url }).me();
  await assert.rejects(new AccountClient({ account: accountOf('t1'), server: url }).me(), { code: 'AUTH_ERROR' });
  assert.equal(asked.length, 3);
});

test('only a cookie that is worth nothing logs its browser out', async (t) => {
  const storage = () => {
    const kept = new Map();
    return { get: (key) => kept.get(key) ?? null, set: (key, value) => kept.set(key, value) };
  };
  const answers = [
    { status: 503, body: { message: 'Service Unavailable' } },
    { status: 429, body: { code: 'TOO_MANY_REQUESTS' } },
    { status: 500, body: { code: 'INTERNAL_SERVER_ERROR' } },
    { status: 401, body: { code: 'INVALID_REFRESH_TOKEN' } },
  ];
  const { url } = await fakeServer(t, { 'POST /api/v1/token/reissue': () => answers.shift() });
  const account = new Account({ server: url, tab: storage(), device: storage() });
  account.keep('t1');
  for (const token of ['t1', 't1', 't1', null]) {
    assert.equal(await account.renew(), null);
    assert.equal(account.token, token);
  }
});

test('whoever leaves has no token any more, and keeps it when leaving failed', async (t) => {
  const { url } = await fakeServer(t, {
    'DELETE /api/v1/users/logout': () => ({ body: { message: '로그아웃되었습니다' } }),
    'DELETE /api/v1/users': () => ({ status: 500, body: { code: 'INTERNAL_SERVER_ERROR' } }),
  });
  const account = accountOf('t1');
  const client = new AccountClient({ account, server: url });
  await assert.rejects(client.remove(), { code: 'INTERNAL_SERVER_ERROR' });
  assert.equal(account.token, 't1');
  await client.logOut();
  assert.equal(account.token, null);
});

test('a refusal names its field, and a phrase tells what is wrong with that', async (t) => {
  const { url } = await fakeServer(t, {
    'POST /api/v1/users/signup': ({ body }) => (body.email
      ? { status: 409, body: { message: '이미 사용 중인 nickname입니다', code: 'DUPLICATE_ERROR', field: 'nickname' } }
      : { status: 400, body: { message: '잘못된 요청입니다', code: 'VALIDATION_ERROR', details: [{ field: 'email', message: '' }] } }),
  });
  const client = new AccountClient({ account: accountOf(null), server: url });
  const refusals = [await client.signUp({}).catch((each) => each), await client.signUp({ email: 'a@b.kr' }).catch((each) => each)];
  assert.deepEqual(refusals.map(refusalPhrase), ['error.VALIDATION_ERROR.email', 'error.DUPLICATE_ERROR.nickname']);
});

test('the code that a browser brings from Kakao is worth a token', async (t) => {
  const { url, asked } = await fakeServer(t, {
    'POST /api/v1/oauth/kakao/callback': ({ body }) => (body.code === 'c1'
      ? { body: { userId: 7, accessToken: 't1' } }
      : { status: 400, body: { message: '잘못된 인증코드입니다', code: 'INVALID_VERIFICATION_CODE' } }),
  });
  const account = accountOf(null);
  const client = new AccountClient({ account, server: url });
  assert.equal(client.kakaoAddress, `${new URL('/api/v1/oauth/kakao', url)}`);
  await assert.rejects(client.logInWithKakao('c0'), { code: 'INVALID_VERIFICATION_CODE' });
  assert.equal(account.token, null);
  await client.logInWithKakao('c1');
  assert.equal(account.token, 't1');
  assert.equal(asked.length, 2);
});

test('a picture that is too large for a form is sent ahead, and the form names it', async () => {
  const offer = { upload: 'u1', url: 'https://bucket.example/u1', method: 'PUT', headers: { 'content-type': 'image/png' } };
  const asked = [];
  const fetch = async (url, { method, headers, body }) => {
    asked.push({ what: `${method} ${new URL(url).pathname}`, headers, body });
    return Response.json(String(url).endsWith('/uploads') ? offer : {});
  };
  const client = new AccountClient({ account: accountOf('t1'), server: 'https://api.example', fetch });
  const large = new Blob([new Uint8Array(4_000_001)], { type: 'image/png' });
  await client.changeMe({ mbti: 'INFP' }, large);
  await client.changeMe({ mbti: 'INFP' }, new Blob([new Uint8Array(10)], { type: 'image/png' }));
  assert.deepEqual(asked.map(({ what }) => what), ['POST /api/v1/uploads', 'PUT /u1', 'PUT /api/v1/users/me', 'PUT /api/v1/users/me']);
  const [wish, sent, named, whole] = asked;
  assert.deepEqual(JSON.parse(wish.body), { contentType: 'image/png', bytes: 4_000_001 });
  assert.equal(sent.body, large);
  assert.deepEqual(sent.headers, offer.headers);
  assert.deepEqual(JSON.parse(await named.body.get('updateRequest').text()), { mbti: 'INFP', profileImageUpload: 'u1' });
  assert.equal(named.body.has('profileImage'), false);
  assert.equal(whole.body.get('profileImage').size, 10);
});
