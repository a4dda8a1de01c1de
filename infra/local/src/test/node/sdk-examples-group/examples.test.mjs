import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { base, connections, eventually, launch } from '../browser/harness.mjs';

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

/** Waits until the page decodes moving pictures of `count` others. */
function receives(who, count) {
  return eventually(`${who.name} decodes ${count} videos`, async () => {
    const frames = (await connections(who)).flatMap(({ videos }) => videos);
    return frames.length === count && frames.every((each) => each > 5) ? frames : null;
  });
}

const complaints = (...people) => people.flatMap(({ problems }) => problems);

test('people in a group room see each other, and a shared screen', async () => {
  const host = await browser.person('host', { path: '/sdk/examples/group.html' });
  await host.page.waitForURL(/#room-/);
  const path = `/sdk/examples/group.html${new URL(host.page.url()).hash}`;
  const guests = [await browser.person('guest', { path }), await browser.person('another guest', { path })];
  for (const who of [host, ...guests]) console.log(who.name, 'framesDecoded', await receives(who, 2));
  await guests[0].page.getByRole('button', { name: 'Share the screen' }).click();
  for (const who of [host, guests[1]]) await receives(who, 3);
  await guests[0].page.close();
  await receives(host, 1);
  assert.deepEqual(complaints(host, ...guests), []);
});

/** The example as it is started by hand; answers its address. */
async function start(t, port) {
  const script = fileURLToPath(new URL('../../../../../../web/sdk/examples/server.mjs', import.meta.url));
  const server = spawn(process.execPath, [script], { env: { ...process.env, MOIM_URL: base, PORT: port }, stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => server.kill());
  const [line] = await once(server.stdout, 'data');
  return String(line).trim();
}

test("a tenant's server lets two of its users see each other, and knows of it", async (t) => {
  const service = await start(t, '4017');
  const one = await browser.person('one', { path: service });
  await one.page.getByText('In the room').waitFor();
  const two = await browser.person('two', { path: service });
  for (const who of [one, two]) console.log(who.name, 'framesDecoded', await receives(who, 1));
  const sessions = await (await fetch(`${service}/sessions`)).json();
  assert.ok(sessions.length >= 1, JSON.stringify(sessions));
  assert.ok(Array.isArray(await (await fetch(`${service}/usage`)).json()));
  assert.deepEqual(complaints(one, two), []);
});
