import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person, closeAll, eventually, pause } from './people.mjs';

let minji;
let junho;
let sora;

before(async () => {
  [minji, junho, sora] = await Promise.all([1, 2, 3].map(Person.of));
});

after(closeAll);

async function roomOfThree() {
  const meeting = await minji.meeting('삼겹살 번개');
  await minji.room(meeting);
  await junho.join(minji, meeting);
  await sora.join(minji, meeting);
  return meeting;
}

const hears = (client, ...texts) =>
  eventually(() => texts.every((text) => client.texts().includes(text)), `hears ${texts}, heard ${client.texts()}`);

test('three people talk, one leaves, one is put out', async () => {
  const room = await roomOfThree();
  const clients = [];
  for (const person of [minji, junho, sora]) {
    const client = await person.client();
    client.listen(room);
    clients.push(client);
  }
  const [first, second, third] = clients;
  await pause(500);
  second.say(room, '안녕하세요');
  for (const client of clients) await hears(client, '안녕하세요');
  assert.deepEqual(Object.keys(first.heard.at(-1)).sort(), ['id', 'message', 'roomId', 'senderId', 'senderNickname', 'sentAt', 'userProfileImageUrl']);
  assert.equal((await junho.call('POST', `/chatrooms/${room}/leave`)).status, 200);
  await hears(first, '사람2님이 나갔습니다.');
  assert.equal((await minji.call('POST', `/chatrooms/${room}/withdrawal/${sora.id}`)).status, 200);
  await hears(first, '사람3님이 강퇴되었습니다.');
  first.say(room, '조용하네요');
  await hears(first, '조용하네요');
  await pause(500);
  assert.ok(!second.texts().includes('조용하네요'));
  assert.ok(!third.texts().includes('조용하네요'));
  assert.deepEqual((await minji.call('GET', `/chatrooms/${room}`)).body.readerId, [minji.id]);
  third.say(room, '저도요');
  await eventually(() => third.errors.length === 1, 'an error');
  assert.equal(third.errors[0].headers.message, '해당 채팅방에 참여 중이 아닙니다.');
});

test('who comes back after a cut misses nothing', async () => {
  const room = await roomOfThree();
  const first = await minji.client();
  const second = await junho.client();
  first.listen(room);
  second.listen(room);
  await pause(500);
  first.say(room, '하나');
  await hears(second, '하나');
  const seen = second.heard.at(-1).id;
  second.forceDisconnect();
  first.say(room, '둘');
  first.say(room, '셋');
  await hears(first, '둘', '셋');
  const again = await junho.client();
  again.listen(room, { 'last-message-id': seen });
  await hears(again, '둘', '셋');
  first.say(room, '넷');
  await hears(again, '넷');
  assert.equal(new Set(again.heard.map((message) => message.id)).size, again.heard.length);
});

test('a burst is heard once each by its sender, and kept in the order of sending', async () => {
  const room = await roomOfThree();
  const first = await minji.client();
  first.listen(room);
  const texts = Array.from({ length: 20 }, (_, i) => `말 ${i}`);
  for (const text of texts) first.say(room, text);
  await hears(first, ...texts);
  await pause(500);
  assert.deepEqual([...first.texts()].sort(), [...texts].sort());
});

test('long frames may be split over messages', async () => {
  const room = await roomOfThree();
  const first = await minji.client({ splitLargeFrames: true, maxWebSocketChunkSize: 1024 });
  first.listen(room);
  await pause(500);
  const text = '가'.repeat(1_900);
  first.say(room, text);
  await hears(first, text);
});

test('receipts are given', async () => {
  const room = await roomOfThree();
  const first = await minji.client();
  first.listen(room);
  const received = new Promise((resolve) => first.watchForReceipt('r:1', resolve));
  first.publish({
    destination: '/pub/chat/message',
    headers: { receipt: 'r:1' },
    body: JSON.stringify({ userId: minji.id, roomId: room, message: '받으셨나요' }),
  });
  await received;
});
