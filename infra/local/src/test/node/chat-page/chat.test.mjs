import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, faults, launch, reads, shoot } from '../browser/harness.mjs';
import { closeAll } from '../chat/people.mjs';
import { chatter, follow, go, hears, member, missed, press, said, say } from './people.mjs';

const NARROW = { width: 390, height: 844 };
const TITLE = '해물파전 번개';
/** The smallest red PNG. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64');

let browser;
let minji;
let hana;
let room;

before(async () => {
  browser = await launch();
  minji = await member(browser, 'Minji');
  hana = await member(browser, 'Hana');
  await minji.page.getByLabel('Picture').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PICTURE });
  await press(minji, 'Save');
  await minji.page.locator('img.portrait').waitFor();
  room = await minji.api.meeting(TITLE);
  await hana.api.join(minji.api, room);
});

after(async () => {
  await closeAll();
  await browser.close();
});

const entry = ({ page }) => page.locator(`.chat-rooms a[href="#room=${room}"]`);
const badge = (who, count) => eventually(`${who.name} has ${count} unread`, async () =>
  (await entry(who).locator('.badge > span').first().textContent({ timeout: 1_000 }).catch(() => '')) === String(count));
const ready = ({ page }) => page.locator('#connection[data-state="ready"]').waitFor();
const bell = ({ page }, name) => page.getByRole('button', { name, exact: true });

test('from a meeting one opens its chat, and two people talk', async () => {
  await go(minji, `/meetings.html#meeting=${room}`);
  await minji.page.locator('main').getByRole('link', { name: 'Chat', exact: true }).click();
  await minji.page.getByRole('heading', { name: TITLE }).waitFor();
  await follow(hana, 'Chat');
  await entry(hana).getByText('New').waitFor();
  await entry(hana).click();
  await Promise.all([ready(minji), ready(hana)]);
  await say(minji, '안녕하세요');
  await hears(hana, '안녕하세요');
  await say(hana, '<b>반가워요</b>');
  await hears(minji, '<b>반가워요</b>');
  assert.equal(await minji.page.locator('.messages b').count(), 0);
  assert.deepEqual(await said(minji), await said(hana));
  await eventually('Hana sees who speaks', () => hana.page.locator('.messages img.face').first().evaluate((image) => image.naturalWidth > 0));
  await minji.page.getByText('2 people').click();
  await minji.page.getByRole('button', { name: 'Put Hana out' }).waitFor();
  await shoot(hana, 'chat-light');
});

test('a badge counts what is unread, and a line says where it begins', async () => {
  await go(hana, '/chat.html');
  await reads(hana, 'Choose a chat room.');
  for (const text of ['하나', '둘', '셋']) await say(minji, text);
  await badge(hana, 3);
  await entry(hana).click();
  await hears(hana, '셋');
  assert.deepEqual(await missed(hana), ['하나', '둘', '셋']);
  await eventually('nothing is unread', async () => (await hana.api.room(room)).unreadMessagesCount === 0);
});

test('one scrolls back to what was missed, and to the beginning', async () => {
  await go(hana, '/chat.html');
  const texts = Array.from({ length: 120 }, (_, index) => `말 ${index}`);
  await chatter(minji, room, texts);
  await badge(hana, texts.length);
  await entry(hana).click();
  await eventually('the end is there', async () => (await said(hana)).length >= 50);
  assert.equal((await said(hana)).length, 50);
  const list = hana.page.getByRole('log');
  const oldest = hana.page.locator('.messages > .message').first();
  const text = await oldest.locator('.message-text').textContent();
  await list.evaluate((node) => { node.scrollTop = 60; });
  const place = await hana.page.getByText(text, { exact: true }).boundingBox();
  await eventually('another page is there', async () => (await said(hana)).length === 100);
  const after = await hana.page.getByText(text, { exact: true }).boundingBox();
  assert.ok(Math.abs(place.y - after.y) < 100, `${place.y} became ${after.y}`);
  await eventually('all is there', async () => {
    await list.evaluate((node) => { node.scrollTop = 0; });
    return (await said(hana)).includes('안녕하세요');
  });
  const all = await said(hana);
  assert.equal(new Set(all).size, all.length);
  assert.deepEqual([...await missed(hana)].sort(), [...texts].sort());
  await hana.page.getByRole('button', { name: 'Show earlier messages' }).waitFor({ state: 'hidden' });
});

test('what was said during a cut is fetched and marked, and what one said oneself is sent', async () => {
  await hana.context.setOffline(true);
  await hana.page.evaluate(() => window.watched.sockets.at(-1).close());
  await hana.page.locator('#connection[data-state="away"]').waitFor();
  for (const text of ['어디쯤이에요', '먼저 먹을게요']) await say(minji, text);
  await say(hana, '가는 중이에요');
  await reads(hana, 'Being sent');
  await hana.context.setOffline(false);
  await ready(hana);
  await hears(hana, '먼저 먹을게요', '가는 중이에요');
  await hears(minji, '가는 중이에요');
  await eventually('nothing waits', async () => (await hana.page.getByText('Being sent').count()) === 0);
  for (const who of [minji, hana]) assert.equal((await said(who)).filter((text) => text === '가는 중이에요').length, 1);
  assert.deepEqual((await missed(hana)).slice(0, 2), ['어디쯤이에요', '먼저 먹을게요']);
});

test('the bell tells of applications while one looks elsewhere, and forgets what is deleted', async () => {
  await go(minji, '/meetings.html');
  await bell(minji, 'Notifications: 1').waitFor();
  const sora = await member(browser, 'Sora');
  await sora.api.call('POST', `/participations/${room}`);
  await bell(minji, 'Notifications: 2').waitFor();
  await minji.page.locator('#notices').getByText(`Sora님이 '${TITLE}' 모임에 참여를 신청했습니다.`).waitFor();
  await bell(minji, 'Notifications: 2').click();
  await shoot(minji, 'bell');
  await press(minji, `Delete: Sora님이 '${TITLE}' 모임에 참여를 신청했습니다.`);
  await bell(minji, 'Notifications: 1').waitFor();
  await press(minji, 'Delete all');
  await bell(minji, 'Notifications: none').waitFor();
  await reads(minji, 'Nothing new.');
  await minji.page.keyboard.press('Escape');
  await minji.page.locator('.bell-panel').waitFor({ state: 'hidden' });
  await minji.page.reload();
  await bell(minji, 'Notifications: none').waitFor();
});

test('the socket tells of notifications at once, and who is let in finds the room open', async () => {
  await go(minji, `/chat.html#room=${room}`);
  await ready(minji);
  const jun = await member(browser, 'Jun');
  await go(jun, `/chat.html#room=${room}`);
  await reads(jun, 'You are not in this chat room.');
  await jun.api.join(minji.api, room);
  await bell(minji, 'Notifications: 1').waitFor();
  await hears(jun, '가는 중이에요');
  assert.deepEqual(jun.problems, []);
});

test('on a small screen a room covers the list', async () => {
  await hana.page.setViewportSize(NARROW);
  assert.deepEqual(await hana.page.evaluate(faults), []);
  await shoot(hana, 'chat-narrow');
  await follow(hana, 'All rooms');
  await entry(hana).waitFor();
  assert.deepEqual(await hana.page.evaluate(faults), []);
  await entry(hana).click();
  await hana.page.getByRole('log').waitFor();
});

test('who is put out is told so, and hears nothing more', async () => {
  await minji.page.getByText('3 people').click();
  await press(minji, 'Put Hana out');
  await hears(minji, '먼저 먹을게요');
  await minji.page.getByText('Hana님이 강퇴되었습니다.').waitFor();
  await reads(hana, 'You are not in this chat room any more.');
  await reads(hana, 'You are in no chat room.');
  assert.deepEqual([...minji.problems, ...hana.problems], []);
});
