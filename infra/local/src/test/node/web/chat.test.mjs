import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChatClient } from '../../../../../../web/sdk/chat/chat-client.js';
import { ChatSocket } from '../../../../../../web/sdk/chat/chat-socket.js';
import { Conversation } from '../../../../../../web/sdk/chat/conversation.js';
import { ofHistory, ofSocket } from '../../../../../../web/sdk/chat/message.js';
import { fakeServer } from './fake-server.mjs';

const ME = '1';
const START = 1_700_000_000_000;
/** A message so many seconds after the start. */
const at = (second, senderId = 2, message = `${second}`) =>
  ofSocket(`${START + second * 1_000}-abcdefgh`, { senderId, senderNickname: `n${senderId}`, userProfileImageUrl: '', message });
const texts = ({ messages }) => messages.map(({ text }) => text);

test('messages of histories and sockets are alike, and notices are told from them', () => {
  const body = { userId: 2, userNickname: '하나', userProfileImageUrl: 'p', message: '안녕' };
  const fromHistory = ofHistory({ ...body, messageId: `${START}-a` });
  assert.deepEqual(fromHistory, ofSocket(`${START}-a`, { senderId: 2, senderNickname: '하나', userProfileImageUrl: 'p', message: '안녕' }));
  assert.equal(fromHistory.at.getTime(), START);
  assert.equal(fromHistory.isNotice, false);
  assert.equal(ofHistory({ ...body, messageId: `${START}-b`, message: '하나님이 나갔습니다.' }).isNotice, true);
  assert.equal(ofHistory({ ...body, messageId: `${START}-b`, message: '민지님이 나갔습니다.' }).isNotice, false);
});

test('messages are in their order and there once, however they come', () => {
  const conversation = new Conversation({ me: ME });
  const placed = [];
  conversation.on('added', ({ message, next }) => placed.push([message.text, next?.text]));
  conversation.open([at(10), at(20)], 0);
  conversation.add([at(40)]);
  conversation.add([at(30), at(20)]);
  conversation.before([at(1), at(5)]);
  assert.deepEqual(texts(conversation), ['1', '5', '10', '20', '30', '40']);
  assert.deepEqual(placed.slice(3), [['30', '40'], ['1', '10'], ['5', '10']]);
  assert.equal(conversation.missed, null);
});

test('what lies before a known part of the history comes with the rest of it', () => {
  const conversation = new Conversation({ me: ME });
  conversation.open([at(50), at(60)], 0, true);
  conversation.add([at(40), at(55), at(70)]);
  assert.deepEqual(texts(conversation), ['50', '55', '60', '70']);
  conversation.before([at(30), at(40)]);
  conversation.add([at(35)]);
  assert.deepEqual(texts(conversation), ['30', '35', '40', '50', '55', '60', '70']);
});

test('unread messages of others are counted backwards, over pages and without notices', () => {
  const conversation = new Conversation({ me: ME });
  const notice = at(45, 3, 'n3님이 들어왔습니다.');
  conversation.open([at(30), at(40, 1), notice, at(50)], 3);
  assert.equal(conversation.missed, null);
  conversation.add([at(60)]);
  conversation.before([at(10), at(20)]);
  assert.equal(conversation.missed.text, '20');
  conversation.before([at(1), at(2)]);
  assert.equal(conversation.missed.text, '20');
});

test('what comes while nobody looks is missed from its first message on, each time anew', () => {
  const conversation = new Conversation({ me: ME });
  conversation.open([at(1)], 0);
  conversation.add([at(2)]);
  assert.equal(conversation.missed, null);
  conversation.watch(false);
  conversation.add([at(4), at(5, 1)]);
  conversation.add([at(3)]);
  conversation.watch(true);
  conversation.add([at(6)]);
  assert.equal(conversation.missed.text, '3');
  conversation.watch(false);
  conversation.watch(false);
  conversation.add([at(7), at(8)]);
  assert.equal(conversation.missed.text, '7');
});

test('one asks from before the last message: an older one may have been stored later', () => {
  const conversation = new Conversation({ me: ME });
  assert.equal(conversation.since, undefined);
  conversation.open([at(60)], 0);
  assert.equal(conversation.since, String(START + 45_000));
});

test('of many that were said at once the last fifty are asked for again', () => {
  const conversation = new Conversation({ me: ME });
  conversation.open(Array.from({ length: 120 }, (_, index) => at(index / 100)), 0);
  assert.equal(conversation.since, at(0.7).id);
});

test('what was said after an id is read to its end', async (t) => {
  const page = (from, count) => Array.from({ length: count }, (_, index) => ({ messageId: `${START + from + index}-a`, userId: 1, message: 'x' }));
  const { url, asked } = await fakeServer(t, {
    'POST /api/v1/chatrooms/7/in': ({ query }) => ({ body: query.after === '1' ? page(0, 100) : page(100, 3) }),
  });
  const client = new ChatClient({ account: { token: 't' }, server: url });
  assert.equal((await client.after('7', '1')).length, 103);
  assert.deepEqual(asked.map(({ query }) => query), [{ after: '1', pageSize: '100' }, { after: `${START + 99}-a`, pageSize: '100' }]);
});

/** What the library would be, in the hands of a test. */
function fakeStomp() {
  const sent = [];
  let options;
  class Client {
    constructor(given) { options = given; }
    activate() {}
    deactivate() { sent.push('deactivated'); }
    forceDisconnect() { sent.push('given up'); }
    subscribe(destination, hear, headers) { sent.push({ destination, headers }); return { unsubscribe: () => sent.push(`no ${destination}`) }; }
    publish({ headers, body }) { sent.push({ ...headers, ...JSON.parse(body) }); }
  }
  const error = (receipt, status) => options.onStompError({ headers: { 'receipt-id': receipt, message: 'why' }, body: JSON.stringify({ status }) });
  return { stomp: { Client, ReconnectionTimeMode: { EXPONENTIAL: 1 } }, sent, error, on: (name, ...args) => options[name](...args) };
}

const newSocket = (fake, account = { token: 't', open: async () => 't', renew: async () => 'new' }) => new ChatSocket({ stomp: fake.stomp, url: 'ws://x/ws', account });

test('what is said waits for a socket, and is said again by the same id until it is confirmed', () => {
  const fake = fakeStomp();
  const socket = newSocket(fake);
  socket.say('7', '하나');
  assert.deepEqual(fake.sent, []);
  fake.on('onConnect');
  fake.on('onWebSocketClose');
  assert.equal(socket.state, 'away');
  fake.on('onConnect');
  const says = fake.sent.filter(({ message }) => message === '하나');
  assert.equal(says.length, 2);
  assert.equal(says[0].clientId, says[1].clientId);
  fake.on('onUnhandledReceipt', { headers: { 'receipt-id': says[0].receipt } });
  assert.deepEqual(socket.outbox.waiting, []);
  socket.stop();
});

test('what is refused is given back, what was too fast is said again, and a room that is not ours is gone', () => {
  const fake = fakeStomp();
  const socket = newSocket(fake);
  const heard = [];
  socket.on('refused', ({ refusal, said }) => heard.push([refusal.code, said.text]));
  socket.on('gone', (id) => heard.push(id));
  fake.on('onConnect');
  socket.say('7', 'a');
  socket.say('7', 'b');
  const [a, b] = socket.outbox.waiting;
  fake.error(`said:${a.clientId}`, 429);
  fake.error(`said:${b.clientId}`, 400);
  fake.error('room:7', 403);
  assert.deepEqual(heard, [['400', 'b'], '7']);
  assert.deepEqual(socket.outbox.waiting, [a]);
  socket.stop();
});

test('an old token is renewed, and nobody is logged in without one', async () => {
  const fake = fakeStomp();
  const account = { token: 'old', open: async () => 'old', renew: async () => { account.token = null; return null; } };
  const socket = newSocket(fake, account);
  await fake.on('beforeConnect');
  assert.deepEqual(socket.client.connectHeaders, { Authorization: 'Bearer old' });
  fake.error('', 401);
  await fake.on('beforeConnect');
  assert.equal(socket.state, 'ended');
  assert.ok(fake.sent.includes('deactivated'));
});
