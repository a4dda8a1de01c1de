import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base, eventually, faults, launch, license, reads, shoot } from '../browser/harness.mjs';
import { caller } from './caller.mjs';

const NARROW = { width: 390, height: 844 };

let browser;
let tenant;
let people;
const rooms = {};

before(async () => {
  browser = await launch();
  tenant = await browser.person('Tenant', { path: '/sessions.html' });
  people = Object.fromEntries(await Promise.all(['minji', 'daniel', 'ada'].map(async (name) => [name, await caller(name)])));
});

after(async () => {
  Object.values(people).forEach((person) => person.close());
  await browser.close();
});

const card = (name) => tenant.page.locator('.card', { has: tenant.page.getByRole('heading', { name: rooms[name] }) });
const row = (name, who) => card(name).getByRole('row', { name: who });
const chart = (name) => tenant.page.getByRole('slider', { name });

async function open(name, owner, title) {
  const { roomId } = await people[owner].ask('createRoom', { title, capacity: 4, destroy: true });
  rooms[name] = roomId;
  await people[owner].ask('joinRoom', { roomId });
}

async function signIn(secretKey) {
  await tenant.page.getByLabel('Access key').fill(license.accessKey);
  await tenant.page.getByLabel('Secret key').fill(secretKey);
  await tenant.page.getByRole('button', { name: 'Show sessions' }).click();
}

test('a wrong pair is told, the right one opens the page', async () => {
  await signIn('wrong');
  await reads(tenant, 'Access key and secret key were not accepted.');
  await signIn(license.secretKey);
  await reads(tenant, 'No room is open.');
  await reads(tenant, 'Live, as of');
});

test('a room shows as soon as it is open, with whoever is in it and what they use', async () => {
  await open('first', 'minji', 'First');
  await row('first', 'minji').waitFor();
  assert.match(await row('first', 'minji').textContent(), /Chrome 126\S* on Windows 10.*Connected/);
  await card('first').getByText('Waiting').waitFor();
});

test('two people make it a session, and a second room stands beside it', async () => {
  await people.daniel.ask('joinRoom', { roomId: rooms.first });
  await open('second', 'ada', 'Second');
  await row('first', 'daniel').waitFor();
  await card('first').getByText('In session').waitFor();
  await row('second', 'ada').waitFor();
  await tenant.page.locator('.figure', { hasText: 'People in rooms' }).getByText('3', { exact: true }).waitFor();
});

test('time in a room goes on by itself', async () => {
  const time = row('first', 'minji').locator('time');
  const before = await time.textContent();
  await eventually('the clock moves', async () => (await time.textContent()) !== before, 3_000);
});

test('both charts have steps, can be read with the keyboard and as a table', async () => {
  for (const [name, last] of [['Rooms', 'rooms: 2'], ['Participants', 'people: 3']]) {
    assert.match(await chart(name).getAttribute('aria-valuetext'), new RegExp(`${last}$`));
    await chart(name).focus();
    await tenant.page.keyboard.press('Home');
    assert.equal(await chart(name).getAttribute('aria-valuenow'), '0');
    assert.match(await chart(name).getAttribute('aria-valuetext'), /: (rooms|people): 0$/);
    assert.ok(((await chart(name).locator('.chart-line').getAttribute('d')).match(/L/g) ?? []).length >= 5);
    const figure = tenant.page.getByRole('figure').filter({ has: chart(name) });
    await figure.getByText('Show as a table').click();
    await eventually('a row for each change', async () => (await figure.getByRole('row').count()) >= 4);
  }
  await shoot(tenant, 'sessions-light');
});

test('the page has its limits from the server', async () => {
  await tenant.page.getByRole('heading', { name: 'Rate limits' }).click();
  assert.equal(await tenant.page.locator('details.section tbody tr').count(), 7);
  await tenant.page.locator('.figure', { hasText: 'Rooms open' }).getByText('of 100 at once').waitFor();
});

test('whoever leaves goes, and so does a room that ends', async () => {
  await people.daniel.ask('leaveRoom', { roomId: rooms.first });
  await row('first', 'daniel').waitFor({ state: 'detached' });
  await people.ada.ask('destroyRoom', { roomId: rooms.second });
  await card('second').waitFor({ state: 'detached' });
});

test('the filter looks through rooms, names and platforms', async () => {
  const filter = tenant.page.getByLabel('Filter rooms');
  await filter.fill('nobody at all');
  await reads(tenant, 'No open room fits the filter.');
  await filter.fill('minji windows');
  await card('first').waitFor();
  await filter.fill('');
});

test('too many requests make the page wait as long as it is asked to, and go on', async () => {
  const refuse = (route) => route.fulfill({ status: 429, headers: { 'retry-after': '1' }, json: { status: false, message: 'Too many requests' } });
  await tenant.page.route('**/v1/info', refuse, { times: 1 });
  await reads(tenant, 'Too many requests for this license.');
  await tenant.page.getByText('Too many requests').waitFor({ state: 'hidden' });
  await reads(tenant, 'Live, as of');
});

test('a reload stays signed in, and the chart knows the rooms from before', async () => {
  await tenant.page.reload();
  await card('first').waitFor();
  await eventually('the past is drawn', async () => Number(await chart('Rooms').getAttribute('aria-valuemax')) >= 3);
});

test('what was used is drawn by day and listed by room', async () => {
  assert.match(await chart('Most at once').getAttribute('aria-valuetext') ?? '', /rooms: |^$/);
  await people.minji.ask('chat', { roomId: rooms.first, message: 'Hello' });
  await people.minji.ask('chat', { roomId: rooms.first, message: 'Anybody?' });
  await tenant.page.getByText('30 days', { exact: true }).click();
  await eventually('messages are drawn', async () => /messages: 2$/.test(await chart('Messages').getAttribute('aria-valuetext') ?? ''));
  assert.match(await chart('Joins').getAttribute('aria-valuetext'), /joins: 3$/);
  await tenant.page.getByText('Room by room').click();
  const cells = async (name) => (await tenant.page.getByRole('row', { name: rooms[name] }).getByRole('cell').allTextContents());
  await tenant.page.getByRole('row', { name: rooms.second }).waitFor();
  const [times, , joins, most, messages] = await cells('first');
  assert.deepEqual([times, joins, most, messages], ['1', '2', '2', '2']);
  const [saved] = await Promise.all([tenant.page.waitForEvent('download'), tenant.page.getByRole('button', { name: 'Save as CSV' }).click()]);
  assert.equal(saved.suggestedFilename(), 'usage.csv');
});

test('what is told to a webhook is listed with what came of it, and can be sent again', async () => {
  const ask = async (path, headers, body) => {
    const answer = await fetch(new URL(path, base), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    return (await answer.json()).data;
  };
  const { accessToken } = await ask('/v1/auth', {}, { accessKey: license.accessKey, secretKey: license.secretKey });
  const address = new URL('/_local/webhooks/console', base).href;
  await ask('/v1/webhooks', { 's-connector-jwt': accessToken }, { url: address });
  const section = tenant.page.locator('#webhooks');
  await section.getByRole('button', { name: 'Refresh' }).click();
  await section.getByRole('heading', { name: address }).waitFor();
  await section.getByRole('button', { name: 'Send a test' }).click();
  const delivered = async () => {
    await section.getByRole('button', { name: 'Refresh' }).click();
    return (await section.locator('tbody tr').allTextContents()).filter((text) => text.startsWith('webhook.test') && text.includes('Delivered')).length === 1;
  };
  await eventually('it is delivered', delivered);
  await section.getByRole('button', { name: 'Send again' }).click();
  const came = async () => {
    const { messages } = await (await fetch(new URL('/_local/webhooks', base), { headers: { accept: 'application/json' } })).json();
    return messages.filter(({ path, body }) => path === '/_local/webhooks/console' && body.includes('webhook.test')).length === 2;
  };
  await eventually('it came twice', came);
});

test('Korean, dark and narrow', async () => {
  await tenant.page.setViewportSize(NARROW);
  await tenant.page.emulateMedia({ colorScheme: 'dark' });
  await tenant.page.getByLabel('Language').selectOption('ko');
  await reads(tenant, '열려 있는 방');
  assert.deepEqual(await tenant.page.evaluate(faults), []);
  await shoot(tenant, 'sessions-narrow-dark-ko');
  assert.deepEqual(tenant.problems, []);
});
