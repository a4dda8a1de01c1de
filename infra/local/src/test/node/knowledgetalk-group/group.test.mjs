import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, orderOf } from '../knowledgetalk/pages.mjs';

let pages;
let ann;
let ben;
let roomId;

before(async () => {
  pages = await open();
  [ann, ben] = [await pages.user('ann'), await pages.user('ben')];
  for (const user of [ann, ben]) await user.register();
});

after(() => pages.close());

const publish = (user) => user.page.evaluate("knowledgetalk.publishVideo('cam', localStream)");

test('a feed that is there already is told after the room has been entered, and one that comes later too', async () => {
  ({ roomId } = await ann.call('createVideoRoom', 'ROOM'.toLowerCase() + ann.id, 'group', 4));
  const first = await ann.call('joinRoom', roomId);
  assert.deepEqual([first.code, first.media], ['200', true], JSON.stringify(first));
  ann.met = new Set();
  assert.equal(await publish(ann), true);

  const resolvedAt = await ben.page.evaluate(async (id) => {
    const reply = await knowledgetalk.joinRoom(id);
    return { code: reply.code, members: Object.keys(reply.members), heard: heard.length };
  }, roomId);
  assert.equal(resolvedAt.code, '200');
  assert.equal(resolvedAt.heard, 0, 'nothing is told before');
  ben.met = new Set(resolvedAt.members);
  const { feeds } = await ben.hears('publish');
  assert.deepEqual(feeds.map(({ id, type }) => [id, type]), [[ann.id, 'cam']]);
  await ben.seesUser(ann);

  assert.equal(await publish(ben), true);
  await ann.hears('publish', (news) => news.feeds.some(({ id }) => id === ben.id));
  await ann.seesUser(ben);
  assert.equal(await ann.call('isMedia'), true);
  assert.equal(await ann.call('publishP2P', ben.id, 'cam'), false);
});

test('a screen is one more feed', async () => {
  const reply = await ann.page.evaluate('knowledgetalk.screenStart(screenStream())');
  assert.equal(reply.code, '200', JSON.stringify(reply));
  await ben.hears('screen');
  await ben.hears('publish', ({ feeds }) => feeds.some(({ id, type }) => id === ann.id && type === 'screen'));
  await ben.sees('screen');
  assert.equal((await ann.call('shareStop')).code, '200');
  await ben.hears('shareStop');
  await ben.seesUser(ann);
});

test('chat, and leaving', async () => {
  await ann.call('chat', 'hello');
  await ben.hears('chat', ({ message }) => message === 'hello');
  for (const user of [ann, ben]) assert.deepEqual(await orderOf(user), []);
  assert.equal((await ben.call('leaveRoom')).code, '200');
  await ann.hears('leave', ({ user }) => user === ben.id);
  assert.equal((await ann.call('destroyRoom')).code, '200');
  // The server ends what LiveKit's client is in the middle of, which logs one thing or another.
  const ofTheEnd = (problem) => / logged: /.test(problem);
  for (const user of [ann, ben]) {
    await user.call('disconnect');
    assert.deepEqual((await orderOf(user)).filter((problem) => !ofTheEnd(problem)), []);
  }
});
