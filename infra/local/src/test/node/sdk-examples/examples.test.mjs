import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, launch, sees } from '../browser/harness.mjs';

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

async function talk(from, to, text, asHeard) {
  await from.page.getByPlaceholder('Say something').fill(text);
  await from.page.getByRole('button', { name: 'Say it' }).click();
  await from.page.getByText(`Me: ${text}`).waitFor();
  await to.page.getByText(asHeard).waitFor();
}

const complaints = (...people) => people.flatMap(({ problems }) => problems);

test('two people in a call see each other and talk', async () => {
  const host = await browser.person('host', { path: '/sdk/examples/call.html' });
  await host.page.waitForURL(/#./);
  const guest = await browser.person('guest', { path: `/sdk/examples/call.html${new URL(host.page.url()).hash}` });
  console.log('framesDecoded', { host: await sees(host), guest: await sees(guest) });
  await talk(host, guest, 'Hello', 'Host: Hello');
  await talk(guest, host, '안녕하세요', 'Guest: 안녕하세요');
  await guest.page.close();
  await host.page.getByText('Guest went').waitFor();
  assert.deepEqual(complaints(host, guest), []);
});

test('two members of a study see each other and talk', async () => {
  const minji = await browser.person('minji', { path: '/sdk/examples/study.html?me=minji' });
  const link = await minji.page.getByRole('link', { name: 'The page of daniel' }).getAttribute('href');
  const daniel = await browser.person('daniel', { path: `/sdk/examples/study.html${link}` });
  console.log('framesDecoded', { minji: await sees(minji), daniel: await sees(daniel) });
  await talk(minji, daniel, 'Shall we begin?', 'minji: Shall we begin?');
  await talk(daniel, minji, 'Yes', 'daniel: Yes');
  await daniel.page.close();
  await eventually('minji shows nobody any more', async () => (await minji.page.locator('video').count()) === 0);
  assert.deepEqual(complaints(minji, daniel), []);
});
