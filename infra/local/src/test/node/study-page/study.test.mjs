import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connections, eventually, faults, launch, openPanel, reads, sees, shoot, stillSees } from '../browser/harness.mjs';
import { addMember, control, createStudy, enterCall, introduce, leaveCall } from './people.mjs';

const NARROW = { width: 390, height: 844 };

let browser;
let minji;
let daniel;
let path;

before(async () => {
  browser = await launch();
  minji = await browser.person('Minji Kim', { path: '/studies.html' });
  await introduce(minji);
  path = await createStudy(minji, 'Algorithms', []);
});

after(() => browser.close());

const figure = ({ page }, name) => page.locator('.figure', { hasText: name }).locator('.figure-value');

test('a stranger is told what to ask for, and once added gets in', async () => {
  daniel = await browser.person('Daniel', { path });
  await introduce(daniel);
  await reads(daniel, 'You are no member of this study. Ask its owner to add the user ID daniel.');
  await minji.page.getByLabel('Ask first').check();
  await addMember(minji, 'daniel');
  await daniel.page.goto(new URL(path, daniel.page.url()).href);
  await daniel.page.reload();
  await daniel.page.getByRole('button', { name: 'Accept and open' }).click();
  await daniel.page.getByRole('heading', { name: 'Algorithms' }).waitFor();
});

test('each sees who else is online', async () => {
  await minji.page.locator('.online', { hasText: 'Daniel' }).waitFor();
  await daniel.page.locator('.online', { hasText: 'Minji Kim' }).waitFor();
});

test('one starts, the other sees it and joins, and both see and hear each other', async () => {
  await enterCall(minji);
  await daniel.page.getByRole('heading', { name: 'A call is going on' }).waitFor();
  await daniel.page.locator('.faces', { hasText: 'Minji Kim' }).waitFor();
  await enterCall(daniel);
  console.log('framesDecoded', { minji: await sees(minji), daniel: await sees(daniel) });
  for (const who of [minji, daniel]) {
    await stillSees(who);
    assert.equal((await connections(who)).length, 1);
  }
  await shoot(minji, 'study-call-light');
});

test('the steps are those of the document', async () => {
  await openPanel(minji, 'Frames');
  const ops = await minji.page.locator('.frame-out .frame-op').allTextContents();
  const steps = ['POST start', 'POST join', 'video:join-room', 'video:answer'].map((op) => ops.indexOf(op));
  assert.deepEqual(steps, [...steps].sort((a, b) => a - b), ops.join());
  assert.ok(steps.every((at) => at >= 0), ops.join());
});

test('microphone and camera are marked at the other side when they go off', async () => {
  await control(daniel, 'Mute microphone').click();
  await minji.page.locator('.tile[data-user="daniel"]').getByRole('img', { name: 'Microphone is off' }).waitFor();
  await control(daniel, 'Turn camera off').click();
  await minji.page.locator('.tile .avatar', { hasText: 'D' }).waitFor();
  await control(daniel, 'Turn camera on').click();
  await minji.page.locator('.tile .avatar').waitFor({ state: 'detached' });
  await sees(minji);
});

test('a shared screen reaches the other side', async () => {
  await control(minji, 'Share screen').click();
  await reads(daniel, 'Minji Kim is sharing a screen');
  await eventually('daniel decodes the screen', async () => (await connections(daniel))[0].videos.filter((frames) => frames > 3).length === 2);
  await control(minji, 'Stop sharing').click();
  await daniel.page.getByText('is sharing a screen').waitFor({ state: 'hidden' });
});

test('messages go both ways', async () => {
  for (const [from, to, text] of [[minji, daniel, 'Hello <b>Daniel</b>'], [daniel, minji, '안녕하세요']]) {
    await openPanel(from, 'Chat');
    await openPanel(to, 'Chat');
    await from.page.getByLabel('Message', { exact: true }).fill(text);
    await from.page.keyboard.press('Enter');
    for (const who of [from, to]) assert.equal(await count(who, text), 1);
  }
});

async function count({ page }, text) {
  const said = page.getByRole('log').getByText(text, { exact: true });
  await said.first().waitFor();
  return said.count();
}

test('after a lost socket the page comes back into the call by itself', async () => {
  await daniel.page.evaluate(() => window.watched.sockets.at(-1).close());
  await daniel.page.locator('#connection[data-state="away"]').waitFor();
  await daniel.page.locator('#connection[data-state="ready"]').waitFor();
  for (const who of [daniel, minji]) await sees(who);
});

test('a reloaded page is the same person and joins again', async () => {
  await daniel.page.reload();
  await daniel.page.getByRole('heading', { name: 'A call is going on' }).waitFor();
  await enterCall(daniel);
  for (const who of [daniel, minji]) await sees(who);
});

test('with the last who leaves the call is over, and stands in the history', async () => {
  await leaveCall(minji);
  await reads(daniel, 'Minji Kim left.');
  await leaveCall(daniel);
  await daniel.page.getByRole('heading', { name: 'No call at the moment' }).waitFor();
  const row = daniel.page.getByRole('row', { name: /Minji Kim.*2: .*Daniel/ });
  await row.getByRole('button', { name: 'Details' }).click();
  await daniel.page.getByRole('dialog').getByRole('row', { name: /Daniel/ }).waitFor();
  await shoot(daniel, 'study-detail');
  await daniel.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
});

test('statistics count it, per day and per member', async () => {
  await minji.page.reload();
  await eventually('one call', async () => (await figure(minji, 'Calls').first().textContent()) === '1');
  assert.equal(await figure(minji, 'Participations').textContent(), '2');
  const days = minji.page.getByRole('slider', { name: 'Calls per day' });
  assert.match(await days.getAttribute('aria-valuetext'), /: calls: 1$/);
  assert.equal(await days.locator('.chart-bar').count(), 7);
  await minji.page.locator('.bars').getByRole('row', { name: /^Daniel/ }).waitFor();
  await minji.page.getByText('Year', { exact: true }).click();
  await eventually('a bar for each month', async () => [12, 13].includes(await days.locator('.chart-bar').count()));
  await shoot(minji, 'study-light');
});

test('dates narrow the history', async () => {
  await minji.page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await reads(minji, 'No call in these days.');
  await minji.page.getByLabel('To', { exact: true }).fill('');
  await minji.page.getByRole('row', { name: /Daniel/ }).first().waitFor();
});

test('Korean, dark and narrow', async () => {
  await minji.page.setViewportSize(NARROW);
  await minji.page.emulateMedia({ colorScheme: 'dark' });
  await minji.page.getByLabel('Language').selectOption('ko');
  await reads(minji, '지난 화상회의');
  assert.deepEqual(await minji.page.evaluate(faults), []);
  await shoot(minji, 'study-narrow-dark-ko');
});

test('no page complained', () => {
  assert.deepEqual([...minji.problems, ...daniel.problems], []);
});
