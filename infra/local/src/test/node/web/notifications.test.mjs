import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Notifications } from '../../../../../../web/sdk/notifications/notifications.js';
import { fakeServer } from './fake-server.mjs';

const LEFT = 'PARTICIPANT_LEFT';

/** An EventSource that the test drives, and a page that somebody looks at or not. */
function fakes() {
  const sources = [];
  class EventSource extends EventTarget {
    static CLOSED = 2;
    readyState = 1;
    constructor(url) {
      super();
      this.url = url;
      sources.push(this);
    }
    tell(type, lastEventId, data) {
      this.dispatchEvent(Object.assign(new Event(type), { lastEventId, data }));
    }
    close() {
      this.readyState = 2;
    }
  }
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const look = (state) => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { sources, look, options: { EventSource, page, backoff: { next: () => 0, reset: () => {} } } };
}

const changed = (told) => new Promise((resolve) => { const off = told.on('changed', () => { off(); resolve(); }); });

test('the list is read when the source connects, and what comes is told once', async (t) => {
  const { url } = await fakeServer(t, { 'GET /api/v1/notifications': () => ({ body: [{ id: 5, content: 'e', notificationType: LEFT }] }) });
  const { sources, options } = fakes();
  const told = new Notifications({ account: { token: 'a b' }, server: url, ...options });
  const news = [];
  told.on('news', ({ id }) => news.push(id));
  told.start();
  assert.equal(new URL(sources[0].url).search, '?token=a+b');
  const loaded = changed(told);
  sources[0].tell('connect', '5', 'connected!');
  await loaded;
  sources[0].tell(LEFT, '5', 'e');
  sources[0].tell(LEFT, '6', 'f');
  told.hear({ id: 6, content: 'f', notificationType: LEFT });
  assert.deepEqual(news, ['6']);
  assert.deepEqual(told.all.map(({ id }) => id), ['6', '5']);
  told.stop();
});

test('a page that nobody looks at asks nothing', () => {
  const { sources, look, options } = fakes();
  const told = new Notifications({ account: { token: 't' }, server: 'http://x', ...options });
  told.start();
  look('hidden');
  assert.deepEqual(sources.map(({ readyState }) => readyState), [2]);
  look('visible');
  assert.deepEqual(sources.map(({ readyState }) => readyState), [2, 1]);
  told.stop();
  look('visible');
  assert.equal(sources.length, 2);
});

test('a source that was refused is opened again with a new token', async (t) => {
  const account = { token: 'old', renew: async () => { account.token = 'new'; return 'new'; } };
  const { url } = await fakeServer(t, {
    'GET /api/v1/notifications': ({ headers }) => (headers.authorization === 'Bearer new' ? { body: [] } : { status: 401, body: { code: 'AUTH_ERROR' } }),
  });
  const { sources, options } = fakes();
  const told = new Notifications({ account, server: url, ...options });
  told.start();
  const loaded = changed(told);
  sources[0].close();
  sources[0].tell('error');
  await loaded;
  while (sources.length < 2) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(new URL(sources[1].url).search, '?token=new');
  told.stop();
});

test('what is deleted is gone from the list', async (t) => {
  const { url, asked } = await fakeServer(t, {
    'DELETE /api/v1/notifications/5': () => ({ status: 204 }), 'DELETE /api/v1/notifications': () => ({ status: 204 }),
  });
  const { options } = fakes();
  const told = new Notifications({ account: { token: 't' }, server: url, ...options });
  for (const id of [5, 6, 7]) told.hear({ id, content: 'c', notificationType: LEFT });
  await told.remove('5');
  assert.deepEqual(told.all.map(({ id }) => id), ['7', '6']);
  await told.removeAll();
  assert.deepEqual(told.all, []);
  assert.equal(asked.length, 2);
});
