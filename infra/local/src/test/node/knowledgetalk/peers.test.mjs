import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, license } from '../browser/harness.mjs';
import { open, orderOf } from './pages.mjs';

let pages;
let ann;
let ben;
let cat;
let roomId;

before(async () => {
  pages = await open();
  [ann, ben, cat] = [await pages.user('ann'), await pages.user('ben'), await pages.user('cat')];
});

after(() => pages.close());

async function join(user) {
  const reply = await user.call('joinRoom', roomId);
  assert.equal(reply.code, '200', JSON.stringify(reply));
  assert.equal(reply.media, false);
  user.met = new Set(Object.keys(reply.members));
}

test('refusals resolve', async () => {
  assert.equal((await ann.call('createRoom')).code, '410');
  assert.equal((await ann.call('init', license.cpCode, 'forged', ann.id)).code, '401');
  assert.equal((await ann.call('shareStop')).code, '200');
  for (const user of [ann, ben, cat]) await user.register();
  assert.equal((await ann.call('joinRoom', 'r-nowhere')).code, '441');
  assert.equal(await ann.call('publishVideo', 'cam'), false);
});

test('a room without arguments is for two, who see each other', async () => {
  ({ roomId } = await ann.call('createRoom'));
  await join(ann);
  await join(ben);
  await ann.seesUser(ben);
  await ben.seesUser(ann);
  assert.equal((await cat.call('joinRoom', roomId)).code, '444');
  await ben.page.evaluate('leave()');
  await ann.hears('leave', ({ user }) => user === ben.id);
  await ann.page.evaluate('leave()');
});

test('three see each other, though both sides publish at once', async () => {
  ({ roomId } = await ann.call('createRoom', { title: 'three', capacity: 3 }));
  await join(ann);
  await join(ben);
  await join(cat);
  // The newcomer does not wait to be called.
  await cat.page.evaluate(([...ids]) => Promise.all(ids.map(publishTo)), [ann.id, ben.id]);
  for (const one of [ann, ben, cat]) {
    for (const other of [ann, ben, cat]) if (one !== other) await one.seesUser(other);
    assert.equal(Object.keys(await one.page.evaluate('Object.keys(knowledgetalk.getAllPeers())')).length, 2);
  }
  assert.deepEqual(await Promise.all([ann.call('getUserId'), ann.call('getRoomId'), ann.call('isMedia')]), [ann.id, roomId, false]);
});

test('a screen is shown to each who is to see it, and to one at a time', async () => {
  await ann.page.evaluate('window.shown = screenStream()');
  for (const target of [ben, cat]) {
    const reply = await ann.page.evaluate((id) => knowledgetalk.screenStart(shown, id), target.id);
    assert.equal(reply.code, '200', JSON.stringify(reply));
  }
  for (const user of [ben, cat]) {
    await user.hears('screen', ({ user: who }) => who === ann.id);
    await user.hears('subscribed', ({ cam, user: who }) => !cam && who === ann.id);
    await user.sees('screen');
  }
  assert.equal(await ben.call('getShareType'), 'screen');
  assert.equal((await ben.page.evaluate((id) => knowledgetalk.screenStart(screenStream(), id), ann.id)).code, '440');
  assert.equal((await ann.call('shareStop')).code, '200');
  assert.equal((await ann.call('shareStop')).code, '200');
  for (const user of [ben, cat]) await user.hears('shareStop');
  assert.equal(await ben.page.evaluate('knowledgetalk.getStream("screen") ?? null'), null);

  await ben.page.evaluate((id) => knowledgetalk.screenStart(screenStream(), id), cat.id);
  await cat.hears('subscribed', ({ cam, user: who }) => !cam && who === ben.id);
  await cat.sees('screen');
  await ben.call('shareStop');
  await cat.seesUser(ben);
});

test('chat reaches everybody, or one', async () => {
  assert.equal((await ann.call('chat', 'hello')).code, '200');
  for (const user of [ben, cat]) await user.hears('chat', ({ message }) => message === 'hello');
  assert.equal((await ben.call('chat', 'psst', roomId, ann.id)).code, '200');
  await ann.hears('chat', ({ message, user }) => message === 'psst' && user === ben.id);
  assert.ok(!(await cat.heard()).some(({ message }) => message === 'psst'));
});

test('what is drawn on one canvas is drawn on the other', async () => {
  await ann.call('whiteBoardStart');
  for (const user of [ann, ben]) await user.page.evaluate("knowledgetalk.canvasInit('paper'); knowledgetalk.drawingInit(); knowledgetalk.setTool({ color: '#ff0000', strokeWidth: 20 })");
  await ann.page.locator('#paper').scrollIntoViewIfNeeded();
  const box = await ann.page.locator('#paper').boundingBox();
  await ann.page.mouse.move(box.x + 50, box.y + 50);
  await ann.page.mouse.down();
  await ann.page.mouse.move(box.x + 150, box.y + 100, { steps: 5 });
  await ann.page.mouse.up();
  const red = () => ben.page.evaluate("[...document.getElementById('paper').getContext('2d').getImageData(0, 0, 300, 200).data].filter((v, i) => i % 4 === 0 && v === 255).length");
  await eventually("the other's canvas is red somewhere", async () => (await red()) > 100);
  assert.equal((await ann.call('shareStop')).code, '200');
});

test('who leaves is gone for the others, who go on', async () => {
  assert.equal((await cat.page.evaluate('leave()')).code, '200');
  for (const user of [ann, ben]) await user.hears('leave', ({ user: who }) => who === cat.id);
  await ann.seesUser(ben);
  assert.deepEqual(Object.keys((await ann.call('memberList')).members).sort(), [ann.id, ben.id].sort());
  assert.equal((await ann.call('kickOut', ben.id)).code, '200');
  await ben.hears('kickOut');
  for (const user of [ann, ben, cat]) {
    await user.call('disconnect');
    assert.deepEqual(await orderOf(user), []);
  }
});
