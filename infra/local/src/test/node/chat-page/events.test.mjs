import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, launch } from '../browser/harness.mjs';
import { member } from './people.mjs';

const COUNT = 1_000;
const TYPES = ['NEW_PARTICIPATION_REQUEST', 'PARTICIPANT_LEFT', 'PARTICIPANT_APPROVED', 'PARTICIPANT_REJECTED',
  'PARTICIPANT_KICKED', 'PARTICIPANT_MEETING_CLOSED', 'MEETING_CANCELED', 'MEETING_EXPIRED'];

let browser;
let yuna;

before(async () => {
  browser = await launch();
  yuna = await member(browser, 'Yuna');
});

after(() => browser.close());

/** Runs in the page: an EventSource of the browser's own, and what it hears. */
function listen({ token, types }) {
  const source = new EventSource(`/api/v1/notifications/subscribe?${new URLSearchParams({ token })}`);
  window.heard = { ids: [], connected: 0, opened: 0, source };
  source.addEventListener('open', () => { window.heard.opened++; });
  source.addEventListener('connect', () => { window.heard.connected++; });
  for (const type of types) source.addEventListener(type, ({ lastEventId }) => window.heard.ids.push(Number(lastEventId)));
}

test(`Chromium's EventSource receives ${COUNT} notifications, each once and in order`, async (t) => {
  await yuna.page.evaluate(listen, { token: yuna.api.token, types: TYPES });
  await eventually('it is connected', () => yuna.page.evaluate(() => window.heard.connected === 1));
  const start = Date.now();
  const notified = fetch(`${process.env.MOIM_NOTIFICATIONS}${yuna.api.id}?${COUNT}`, { method: 'POST' }).then(async (answer) => {
    const json = await answer.json();
    assert.equal(answer.status, 200, json);
    return json;
  });
  const received = () => yuna.page.evaluate(() => window.heard.ids.length);
  await eventually('some have come', async () => (await received()) > 0);
  await yuna.context.setOffline(true);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await yuna.context.setOffline(false);
  const ids = await notified;
  const produced = Date.now() - start;
  await eventually('all have come', async () => (await received()) >= COUNT);
  // Whatever came twice would come with the answers that follow.
  const { opened } = await yuna.page.evaluate(() => window.heard);
  await eventually('it has asked again, twice', async () => (await yuna.page.evaluate(() => window.heard.opened)) >= opened + 2);
  const heard = await yuna.page.evaluate(() => ({ ...window.heard, source: undefined }));
  t.diagnostic(`${COUNT} within ${produced} ms, heard after ${Date.now() - start} ms in ${heard.opened} answers`);
  assert.equal(ids.length, COUNT);
  assert.deepEqual(heard.ids, ids);
  assert.equal(heard.connected, 1);
});
