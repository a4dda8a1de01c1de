import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askToJoin, eventually, joinCall, launch, openPanel, reads, sees, startCall } from './harness.mjs';

let browser;
let host;
let guest;
let third;
let path;

before(async () => {
  browser = await launch();
  host = await browser.person('Host');
  path = await startCall(host, { seats: 4 });
  guest = await browser.person('Guest', { path });
  await joinCall(guest);
  third = await browser.person('Third', { path });
  await joinCall(third);
});

after(() => browser.close());

const actionsFor = async (name) => {
  await openPanel(host, 'People');
  const button = host.page.getByRole('button', { name: `Actions for ${name}` });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return host.page.getByRole('listitem').filter({ has: button });
};

async function say({ page }, text) {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

test('three people are connected each with each', async () => {
  for (const who of [host, guest, third]) await sees(who, 2);
});

test('a private message reaches one person only', async () => {
  for (const who of [host, guest, third]) await openPanel(who, 'Chat');
  await host.page.getByLabel('To', { exact: true }).selectOption({ label: 'Guest' });
  await say(host, 'between us');
  await guest.page.getByRole('log').getByText('between us').waitFor();
  await host.page.getByLabel('To', { exact: true }).selectOption({ label: 'Everyone' });
  await say(host, 'for all');
  await third.page.getByRole('log').getByText('for all').waitFor();
  assert.equal(await third.page.getByText('between us').count(), 0);
});

test('who may not chat is told so in words', async () => {
  await (await actionsFor('Guest')).getByLabel('May chat').uncheck();
  await openPanel(host, 'Frames');
  const permits = host.page.locator('.frame-op', { hasText: /^permit$/ });
  await eventually('the host is answered', async () => (await permits.count()) === 2);
  await openPanel(guest, 'Chat');
  await say(guest, 'may I?');
  await reads(guest, 'The host has not permitted you to chat. Ask them to allow it.');
});

test('a kicked guest is out, and stays out', async () => {
  await (await actionsFor('Guest')).getByRole('button', { name: 'Remove from the room' }).click();
  await reads(guest, 'The host removed you from the room.');
  await reads(host, 'Guest was removed from the room.');
  await sees(host, 1);
  await askToJoin(guest);
  await reads(guest, 'The host removed you from this room, so you cannot enter it again.');
});

test('the host hands over, and the new host ends the call for everyone', async () => {
  await (await actionsFor('Third')).getByRole('button', { name: 'Make host' }).click();
  await reads(third, 'You are the host now.');
  await third.page.getByRole('toolbar').getByRole('button', { name: 'Leave' }).click();
  await third.page.getByRole('dialog').getByRole('button', { name: 'End the call for everyone' }).click();
  await reads(third, 'You ended the call for everyone.');
  await reads(host, 'The host ended the call for everyone.');
});

test('no page complained', () => {
  assert.deepEqual([host, guest, third].flatMap(({ problems }) => problems), []);
});
