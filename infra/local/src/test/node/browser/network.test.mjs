import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connections, eventually, joinCall, launch, openPanel, reads, sees, startCall, stillSees } from './harness.mjs';

const AWAY_MS = 10_000;

let browser;
let minji;
let daniel;

before(async () => {
  browser = await launch();
  minji = await browser.person('Minji');
  const path = await startCall(minji);
  daniel = await browser.person('Daniel', { path });
  await joinCall(daniel);
  await sees(minji);
  await sees(daniel);
});

after(() => browser.close());

const pill = ({ page }, state) => page.locator(`#connection[data-state="${state}"]`).waitFor();
const dropSocket = ({ page }) => page.evaluate(() => window.watched.sockets.at(-1).close());

async function say({ page }, text) {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

test('candidates travel in arrays, and one call takes one offer and one answer', async () => {
  await openPanel(minji, 'Frames');
  const ops = await minji.page.locator('.frame-op').allTextContents();
  assert.equal(ops.filter((op) => op === 'sdp').length, 2, ops.join());
  assert.ok(ops.filter((op) => op === 'candidate').length <= 8, ops.join());
});

test('ten seconds without network do not end the call, and nothing said meanwhile is lost', async () => {
  await openPanel(daniel, 'Chat');
  await daniel.context.setOffline(true);
  await dropSocket(daniel);
  const end = Date.now() + AWAY_MS;
  await pill(daniel, 'away');
  await openPanel(minji, 'Chat');
  for (const text of ['first', 'second', 'third']) await say(minji, text);
  while (Date.now() < end) {
    await stillSees(daniel);
    await stillSees(minji);
  }
  await daniel.context.setOffline(false);
  await pill(daniel, 'ready');
  await reads(daniel, 'Reconnected. Nothing was missed.');
  await daniel.page.getByRole('log').getByText('third').waitFor();
  const said = await daniel.page.locator('.message-text').allTextContents();
  assert.deepEqual(said, ['first', 'second', 'third']);
  await stillSees(daniel);
  assert.equal((await connections(minji)).length, 1);
});

test('after coming back both can speak again', async () => {
  await say(daniel, 'I am back');
  await minji.page.getByRole('log').getByText('I am back').waitFor();
});

test('a new network path is negotiated after an interruption', async () => {
  const offers = () => minji.page.locator('.frame-op', { hasText: /^sdp$/ }).count();
  await openPanel(minji, 'Frames');
  const before = await offers();
  await daniel.page.evaluate(() => window.watched.connections.at(-1).restartIce());
  await eventually('an offer and an answer', async () => (await offers()) === before + 2);
  await stillSees(minji);
  await stillSees(daniel);
});

test('a reloaded page is the same person and calls again', async () => {
  await daniel.page.reload();
  await joinCall(daniel);
  await sees(daniel);
  await sees(minji);
  await openPanel(minji, 'People');
  assert.equal(await minji.page.locator('.person').count(), 2);
});

test('a second tab of the same person takes over, and the first one lets go', async () => {
  const second = await daniel.context.newPage();
  const identity = await daniel.page.evaluate(() => sessionStorage.getItem('moim.identity'));
  await second.addInitScript((value) => sessionStorage.setItem('moim.identity', value), identity);
  await second.goto(daniel.page.url());
  await second.getByRole('button', { name: 'Join the call' }).click();
  await second.getByRole('toolbar').waitFor();
  await dropSocket(daniel).catch(() => {});
  await reads(daniel, 'You are connected in another tab');
  await sees(minji);
});

test('no page complained', () => {
  assert.deepEqual([...minji.problems, ...daniel.problems], []);
});
