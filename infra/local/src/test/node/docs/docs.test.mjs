import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shoot } from '../browser/harness.mjs';

/** The viewers lay out a whole document at once, which takes a slow machine its time. */
const PATIENCE = { timeout: 180_000 };

let browser;
/** Has the HTTP document open. */
let reader;

before(async () => {
  browser = await launch();
  reader = await browser.person('Reader', { path: '/docs' });
});

after(async () => {
  await browser.close();
});

async function open(path) {
  const { page } = reader;
  const block = page.locator('.opblock', { has: page.locator(`[data-path="${path}"]`) }).first();
  await block.getByRole('button').first().click(PATIENCE);
  return block;
}

test('an HTTP operation shows its path parameters, nested fields and every answer', async () => {
  const block = await open('/v1/sessions/{room_name}');
  const parameter = block.locator('tr', { hasText: 'room_name' });
  await parameter.getByText('(path)').waitFor();
  for (const code of ['200', '401', '403', '404', '500']) await block.locator(`tr.response[data-code="${code}"]`).waitFor();
  const answer = block.locator('tr.response[data-code="200"]');
  await answer.getByText('data', { exact: true }).waitFor();
  await answer.getByText('roomName', { exact: true }).waitFor();
  await answer.getByText('"ON_GOING"').waitFor();
  await shoot(reader, 'docs-http');
  assert.deepEqual(reader.problems, []);
});

test('"try it out" asks this runtime and shows its answer', async () => {
  const block = await open('/api/health');
  await block.getByRole('button', { name: 'Try it out' }).click();
  await block.getByRole('button', { name: 'Execute' }).click();
  await block.locator('.request-url').getByText(new URL('/api/health', reader.page.url()).href).waitFor();
  const live = block.locator('.live-responses-table .response');
  await live.getByText('200', { exact: true }).waitFor();
  assert.match(await live.locator('.response-col_description').textContent(), /"status"/);
  assert.deepEqual(reader.problems, []);
});

test('a channel shows its operations with their messages and fields', async () => {
  const viewer = await browser.person('Viewer', { path: '/docs/sockets?channel=study' });
  const { page } = viewer;
  const joins = page.locator('[id="operation-reply-client.video.join-room"]');
  await joins.waitFor(PATIENCE);
  await joins.getByText('Accepts the following message').waitFor();
  const message = joins.locator('[id="operation-reply-/study-message"]');
  await message.getByText('video:join-room', { exact: true }).waitFor();
  const field = message.getByText('studyId', { exact: true }).first();
  assert.equal(await field.isVisible(), false);
  await message.getByRole('button', { name: 'Expand all' }).first().click();
  await field.waitFor();
  await page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: '/study' }).waitFor();
  assert.equal(await page.getByRole('link', { name: '/study' }).getAttribute('aria-current'), 'page');
  assert.equal(await page.getByRole('link', { name: '/calls' }).getAttribute('href'), '?channel=calls');
  assert.equal(await page.getByText('Loading ...').isVisible(), false);
  await shoot(viewer, 'docs-sockets');
  assert.deepEqual(viewer.problems, []);
});

test('calls are shown when no channel is asked for', async () => {
  const viewer = await browser.person('Viewer', { path: '/docs/sockets' });
  const creates = viewer.page.locator('[id="operation-reply-createRoom"]');
  await creates.waitFor(PATIENCE);
  await creates.locator('[id="operation-reply-/calls-message"]').getByText('createRoom', { exact: true }).first().waitFor(PATIENCE);
  assert.deepEqual(viewer.problems, []);
});

test('without the packages the page says what to do and gives the document as it is', async () => {
  const { page } = await browser.person('Offline', { path: '/docs/docs.css' });
  await page.route('**/node_modules/**', (route) => route.fulfill({ status: 404 }));
  for (const [path, document] of [['/docs', 'openapi'], ['/docs/sockets', 'asyncapi']]) {
    await page.goto(new URL(path, page.url()).href);
    await page.getByText('npm ci').waitFor();
    const link = page.getByRole('status').getByRole('link', { name: `${document}.yaml` });
    const yaml = await page.request.get(new URL(await link.getAttribute('href'), page.url()).href);
    assert.match(await yaml.text(), new RegExp(`^${document}: 3`));
  }
});
