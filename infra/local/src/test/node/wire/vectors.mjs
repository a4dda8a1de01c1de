import { createRequire } from 'node:module';

/** The parsers inside the clients of both protocols, found through the clients that bring them. */
function parsersOf(client) {
  const require = createRequire(createRequire(import.meta.url).resolve(client));
  const engineRequire = createRequire(require.resolve('engine.io-client'));
  return { socket: require('socket.io-parser'), engine: engineRequire('engine.io-parser') };
}

const modern = parsersOf('socket.io-client');
const old = parsersOf('socket.io-client-2');

const request = { eventOp: 'chat', reqId: 'r-1', message: '안녕 😀 "hi" \\ \n', capacity: 2.5, target: null };

const both = [
  { type: 1, nsp: '/' },
  { type: 1, nsp: '/SignalServer' },
  { type: 2, nsp: '/', data: ['knowledgetalk', request] },
  { type: 2, nsp: '/SignalServer', data: ['knowledgetalk', JSON.stringify(request)] },
  { type: 2, nsp: '/', id: 0, data: ['knowledgetalk', request] },
  { type: 2, nsp: '/SignalServer', id: 123, data: ['no arguments'] },
  { type: 2, nsp: '/', id: 9007199254740991, data: ['several', 1, true, null, [], {}] },
  { type: 3, nsp: '/', id: 0, data: [] },
  { type: 3, nsp: '/SignalServer', id: 7, data: [{ code: '200' }, 'ok'] },
  { type: 4, nsp: '/other', data: { message: 'Invalid namespace' } },
];

const packets = {
  5: [
    { type: 0, nsp: '/' },
    { type: 0, nsp: '/SignalServer' },
    { type: 0, nsp: '/', data: { token: 'abc' } },
    { type: 0, nsp: '/SignalServer', data: { sid: 'y' } },
    ...both,
  ],
  4: [
    { type: 0, nsp: '/' },
    { type: 0, nsp: '/SignalServer' },
    { type: 0, nsp: '/SignalServer?x=1&y=a?b' },
    { type: 4, nsp: '/other', data: 'Invalid namespace' },
    ...both,
  ],
};

const engineTypes = ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'];

/** What the clients' own parsers write for each packet, and read again from that. */
export function vectors() {
  return {
    socketIo: [
      ...packets[5].map((packet) => socketVector(5, modern.socket, new modern.socket.Encoder().encode(packet)[0])),
      ...packets[4].map((packet) => socketVector(4, old.socket, encodeOld(packet))),
    ],
    engineIo: [[4, modern.engine], [3, old.engine]].flatMap(([version, parser]) =>
      engineTypes.flatMap((type) => ['', 'probe'].map((data) => engineVector(version, parser, { type, data })))),
  };
}

function socketVector(protocol, parser, text) {
  const decoder = new parser.Decoder();
  let packet;
  decoder.on('decoded', (decoded) => (packet = decoded));
  decoder.add(text);
  return { protocol, text, packet };
}

function encodeOld(packet) {
  let text;
  new old.socket.Encoder().encode(packet, ([encoded]) => (text = encoded));
  return text;
}

function engineVector(version, parser, packet) {
  let text;
  const keep = (encoded) => (text = encoded);
  if (version === 4) parser.encodePacket(packet, true, keep);
  else parser.encodePacket(packet, true, true, keep);
  return { version, text, packet: parser.decodePacket(text) };
}
