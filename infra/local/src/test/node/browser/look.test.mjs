import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faults, joinCall, launch, openPanel, reads, sees, shoot, startCall } from './harness.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser;
let path;
let desk;

before(async () => {
  browser = await launch();
  desk = await browser.person('Minji Kim');
});

after(() => browser.close());

test('the lobby', async () => {
  await desk.page.locator('.preview-off').waitFor({ state: 'hidden' });
  await shoot(desk, 'lobby-light');
  assert.deepEqual(await desk.page.evaluate(faults), []);
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await shoot(desk, 'lobby-dark');
  await desk.page.getByRole('button', { name: 'Start the call' }).click();
  await reads(desk, 'Enter your name first, so that the others know who joins.');
  await shoot(desk, 'lobby-missing-name');
  path = await startCall(desk, { title: 'Weekly catch-up' });
  await shoot(desk, 'call-alone-dark');
});

test('the phone', async () => {
  const phone = await browser.person('Daniel', { path, ...PHONE });
  await phone.page.locator('.preview-off').waitFor({ state: 'hidden' });
  await shoot(phone, 'phone-lobby');
  assert.deepEqual(await phone.page.evaluate(faults), []);
  await joinCall(phone);
  await sees(phone);
  await shoot(phone, 'phone-call');
  for (const panel of ['People', 'Chat', 'Frames']) {
    await openPanel(phone, panel);
    assert.deepEqual(await phone.page.evaluate(faults), []);
    await shoot(phone, `phone-${panel.toLowerCase()}`);
    await phone.page.getByRole('button', { name: 'Close' }).click();
  }
});

test('everything can be reached with the keyboard', async () => {
  const reached = new Set();
  await desk.page.locator('#main').focus();
  for (let i = 0; i < 60; i++) {
    await desk.page.keyboard.press('Tab');
    const ring = await desk.page.evaluate(() => {
      const node = document.activeElement;
      return { tag: node.tagName, name: node.ariaLabel ?? node.textContent, outline: getComputedStyle(node).outlineStyle };
    });
    reached.add(ring.name);
    if (ring.tag !== 'BODY' && ring.tag !== 'MAIN') assert.notEqual(ring.outline, 'none', `no visible focus: ${ring.name}`);
  }
  for (const name of ['Mute microphone', 'Share screen', 'People', 'Leave']) assert.ok(reached.has(name), `${name} of ${[...reached]}`);
});

test('Korean, dark, people', async () => {
  await desk.page.getByLabel('Language').selectOption('ko');
  await desk.page.getByRole('toolbar').getByRole('button', { name: '참가자' }).click();
  await desk.page.getByRole('button', { name: 'Daniel 님에 대한 동작' }).click();
  assert.equal(await desk.page.evaluate(() => document.documentElement.lang), 'ko');
  assert.deepEqual(await desk.page.evaluate(faults), []);
  await shoot(desk, 'call-people-dark-ko');
});

test('the chosen appearance wins over the system and is remembered', async () => {
  const color = () => desk.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await color();
  await desk.page.getByRole('button', { name: '화면 모드: 시스템 설정' }).click();
  assert.notEqual(await color(), dark);
  await desk.page.reload();
  assert.notEqual(await color(), dark);
  assert.deepEqual(desk.problems, []);
});
