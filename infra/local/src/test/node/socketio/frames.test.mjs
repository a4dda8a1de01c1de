import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, rawSocket } from './clients.mjs';

after(closeAll);

const any = () => true;

async function open(version) {
  const socket = await rawSocket(`?EIO=${version}&transport=websocket`);
  const offer = await socket.next(any, 'open packet');
  assert.equal(offer[0], '0');
  return { socket, offer: JSON.parse(offer.slice(1)) };
}

test('EIO=3: the server offers a ping every 300 s, connects the root namespace, and answers pings', async () => {
  const { socket, offer } = await open(3);
  const { sid, ...rest } = offer;
  assert.match(sid, /^\w+$/);
  assert.deepEqual(rest, { upgrades: [], pingInterval: 300_000, pingTimeout: 200_000 });
  assert.equal(await socket.next(any, 'connect packet'), '40');
  socket.send('2');
  assert.equal(await socket.next(any, 'pong'), '3');
  socket.send('2probe');
  assert.equal(await socket.next(any, 'pong'), '3probe');
  socket.send('40/SignalServer?x=1,');
  assert.equal(await socket.next(any, 'connect packet'), '40/SignalServer,');
});

test('EIO=4: the server pings, and connects the namespaces it is asked for', async () => {
  const { socket, offer } = await open(4);
  const { sid, ...rest } = offer;
  assert.match(sid, /^\w+$/);
  assert.deepEqual(rest, { upgrades: [], pingInterval: 300_000, pingTimeout: 6_700_000, maxPayload: 32_768 });
  for (const [asked, answer] of [
    ['40', /^40\{"sid":"\w+"\}$/],
    ['40{"token":"abc"}', /^40\{"sid":"\w+"\}$/],
    ['40/SignalServer,', /^40\/SignalServer,\{"sid":"\w+"\}$/],
    ['40/other,', /^44\/other,\{"message":"Invalid namespace"\}$/],
  ]) {
    socket.send(asked);
    assert.match(await socket.next(any, `answer to ${asked}`), answer);
  }
});

const BAD_FRAMES = ['x', '7', '4', '49', '42', '42{}', '42[]', '42[7]', '42["knowledgetalk"', '4212345678901234567["a"]',
  '451-["knowledgetalk",{"_placeholder":true,"num":0}]', 'bAQID', '43["no id"]', '40"token"', '{"eventOp":"register"'];

for (const version of [3, 4]) {
  test(`EIO=${version}: bad frames are answered 400 and cost nobody the socket`, async () => {
    const { socket } = await open(version);
    for (const frame of BAD_FRAMES) {
      socket.send(frame);
      const answer = await socket.next((text) => text.startsWith('42'), `answer to ${frame}`);
      const [event, { eventOp, code }] = JSON.parse(answer.slice(2));
      assert.deepEqual({ event, eventOp, code }, { event: 'knowledgetalk', eventOp: '', code: '400' }, frame);
    }
    socket.send('42["other",{"eventOp":"chat"}]');
    assert.match(await socket.next((text) => text.startsWith('42'), 'answer to another event'), /"code":"405"/);
    socket.send('42["knowledgetalk",{"eventOp":"chat","reqId":7,"userId":"ann","roomId":"r1","message":"hi"}]');
    assert.match(await socket.next((text) => text.includes('"reqId":7'), 'refusal'), /"code":"410"/);
  });
}

test('plain JSON: what is no object with an eventOp is answered 400', async () => {
  const socket = await rawSocket();
  for (const frame of ['nonsense', '[]', '7', 'null', '"text"', '{', '{}', '42["knowledgetalk",{']) {
    socket.send(frame);
    const { eventOp, code } = JSON.parse(await socket.next(any, `answer to ${frame}`));
    assert.deepEqual({ eventOp, code }, { eventOp: '', code: '400' }, frame);
  }
});

test('an unknown revision of the protocol is refused', async () => {
  await assert.rejects(rawSocket('?EIO=5&transport=websocket'), /Unexpected server response: 4\d\d/);
});
