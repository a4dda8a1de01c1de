import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base, eventually, launch, license } from '../browser/harness.mjs';
import { caller } from '../sessions-page/caller.mjs';

const ADDRESS = new URL('/_local/webhooks/page', base).href;

let browser;
let receiver;
let minji;
let token;
let secret;

before(async () => {
  browser = await launch();
  receiver = await browser.person('Receiver', { path: '/_local/webhooks' });
  minji = await caller('minji');
});

after(async () => {
  minji.close();
  await browser.close();
});

async function ask(path, body, headers = {}) {
  const answer = await fetch(new URL(path, base), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return (await answer.json()).data;
}

const secrets = () => receiver.page.getByLabel('Secrets');
const messages = (type) => receiver.page.getByRole('article').filter({ hasText: `"type": "${type}"` });

test('before anything came the page says so', async () => {
  await receiver.page.getByText('Nothing came yet.').waitFor();
});

test('an endpoint is added, and what happens in a room shows on the page', async () => {
  ({ accessToken: token } = await ask('/v1/auth', { accessKey: license.accessKey, secretKey: license.secretKey }));
  ({ secret } = await ask('/v1/webhooks', { url: ADDRESS }, { 's-connector-jwt': token }));
  const { roomId } = await minji.ask('createRoom', { title: '<b>Lobby</b>', capacity: 2, destroy: true });
  await minji.ask('joinRoom', { roomId });
  await minji.ask('chat', { roomId, message: 'Hello' });
  await minji.ask('leaveRoom', { roomId });
  for (const type of ['room.created', 'participant.joined', 'participant.left', 'room.ended']) {
    await messages(type).waitFor();
    await messages(type).getByText('answered 204').waitFor();
  }
  assert.equal(await receiver.page.locator('#messages b').count(), 0, 'what came is shown as text');
});

test('the end of a room says how it was used', async () => {
  const { use } = JSON.parse(await messages('room.ended').locator('pre').textContent()).data;
  assert.deepEqual({ joins: use.joins, peak: use.peak, messages: use.messages }, { joins: 1, peak: 1, messages: 1 });
});

test('without a secret nothing is verified, with ours all of it is', async () => {
  await messages('room.created').getByText('not verified: no secret').waitFor();
  await secrets().fill(secret);
  await eventually('all are genuine', async () => (await receiver.page.locator('.genuine').count()) === 4);
});

test('what somebody else signed, or nobody, is not genuine', async () => {
  await ask('/_local/webhooks', { type: 'forged' }, { 'webhook-id': 'msg_forged', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' }).catch(() => {});
  await messages('forged').getByText('not genuine').waitFor();
  assert.equal(await receiver.page.locator('.genuine').count(), 4);
  await secrets().fill(`whsec_${btoa('x'.repeat(32))}`);
  await eventually('none is genuine', async () => (await receiver.page.locator('.forged').count()) === 5);
});

test('the page has logged nothing that went wrong', () => {
  assert.deepEqual(receiver.problems, []);
});
