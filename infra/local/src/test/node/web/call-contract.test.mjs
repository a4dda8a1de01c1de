import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { CONTRACT } from '../../../../../../web/js/call-view/call-contract.js';
import { Call } from '../../../../../../web/sdk/calls/call.js';
import { Session } from '../../../../../../web/sdk/calls/session.js';
import { Conference } from '../../../../../../web/sdk/media/livekit/conference.js';
import { Mesh } from '../../../../../../web/sdk/media/mesh.js';
import { Emitter } from '../../../../../../web/sdk/core/emitter.js';
import { MediaSwitch } from '../../../../../../web/sdk/studies/media-switch.js';
import { StudyCall } from '../../../../../../web/sdk/studies/study-call.js';
import { StudySocket } from '../../../../../../web/sdk/studies/study-socket.js';
import { FakeMedia, FakeSession } from './fake-call.mjs';

const root = new URL('../../../../../../web/', import.meta.url);
const source = (name) => readFileSync(new URL(name, root), 'utf8');

/** What of a part of the contract `thing` lacks; its events are those that the modules emit. */
function lacking(part, thing, ...modules) {
  const { properties, methods, events } = CONTRACT[part];
  const emitted = new Set(modules.flatMap((name) => [...source(name).matchAll(/\bemit\('(\w+)'/g)].map(([, type]) => type)));
  return [
    ...properties.filter((name) => !(name in thing)),
    ...methods.filter((name) => typeof thing[name] !== 'function'),
    ...events.filter((type) => !emitted.has(type)),
  ];
}

function fulfils(parts, thing, ...modules) {
  for (const part of parts) assert.deepEqual(lacking(part, thing, ...modules), [], `${thing.constructor.name} as a ${part}`);
}

async function joinedCall(t) {
  const session = new FakeSession({ joinRoom: { members: { me: { id: 'me' } }, host: 'me', rev: 1 } });
  const call = new Call({ session, media: new FakeMedia() });
  await call.join('r1');
  t.after(() => call.leave());
  return call;
}

async function joinedStudyCall(t) {
  const client = { status: async () => ({ id: 's1' }), join: async () => ({ session: { id: 's1', roomId: 'r1' }, media: null }), leave: async () => {} };
  const call = new StudyCall({ client, session: new FakeSession({}), media: new FakeMedia(), study: { id: 'g1', name: 'Group' }, self: { id: 'me', name: 'Me' } });
  await call.join();
  t.after(() => call.leave());
  return call;
}

test('a call has what the view needs, and so has its room', async (t) => {
  const call = await joinedCall(t);
  fulfils(['ViewedCall', 'BoardCall', 'HostedCall'], call, 'sdk/calls/call.js', 'sdk/media/live-call.js');
  fulfils(['CallRoom'], call.room, 'sdk/calls/room.js', 'sdk/core/members.js');
  assert.deepEqual([call.room.can.board, call.room.isHost], [true, true]);
});

test("a study's call has what the view needs, without a board or a host", async (t) => {
  const call = await joinedStudyCall(t);
  fulfils(['ViewedCall'], call, 'sdk/studies/study-call.js', 'sdk/media/live-call.js');
  fulfils(['CallRoom'], call.room, 'sdk/studies/study-room.js', 'sdk/studies/study-call.js', 'sdk/core/members.js');
  assert.deepEqual([call.room.can.board, call.room.isHost], [false, false]);
});

test('the view may ask every transport the same', () => {
  class FakeRoom extends EventEmitter {}
  const sdk = { Room: FakeRoom, RoomEvent: {}, DisconnectReason: {} };
  fulfils(['CallTransport'], new Mesh({ selfId: 'me', send: () => {} }), 'sdk/media/mesh.js');
  fulfils(['CallTransport', 'MeasuringTransport'], new Conference({ sdk, pass: {} }), 'sdk/media/livekit/conference.js');
});

test("a study's transport has the methods and passes on the events of whichever it stands for", () => {
  const mesh = Object.assign(new Emitter(), { ownState: undefined });
  const transport = new MediaSwitch({ mesh: () => mesh });
  const heard = [];
  const parts = ['CallTransport', 'MeasuringTransport'];
  for (const part of parts) {
    const { properties, methods, events } = CONTRACT[part];
    for (const name of properties) assert.ok(name in transport, name);
    for (const name of methods) assert.equal(typeof transport[name], 'function', name);
    for (const type of events) {
      transport.on(type, () => heard.push(type));
      mesh.emit(type, 'ann');
    }
  }
  assert.deepEqual(heard, parts.flatMap((part) => CONTRACT[part].events));
});

test('both sockets tell the view how they are', () => {
  const io = () => ({ on() {}, onAny() {}, onAnyOutgoing() {} });
  fulfils(['CallSession'], new Session({ url: 'ws://h/calls' }), 'sdk/calls/session.js', 'sdk/core/stateful.js');
  fulfils(['CallSession'], new StudySocket({ io, url: 'ws://h/study', identity: {} }), 'sdk/studies/study-socket.js', 'sdk/core/stateful.js');
});

test('what a class lacks is found', () => {
  assert.deepEqual(lacking('ViewedCall', { room: {}, leave() {} }, 'sdk/calls/room.js'),
    ['transport', 'checkConnection', 'tellMedia', 'shareScreen', 'stopShare', 'chat', 'refused', 'muted']);
});

/** The members and events (`on state`) of `subject` that a text uses, leaving out comments and phrases. */
function uses(text, subject) {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const events = [...code.matchAll(new RegExp(`\\b${subject}\\.on\\('(\\w+)'`, 'g'))].map(([, type]) => `on ${type}`);
  const bare = code.replace(/'[^'\n]*'/g, "''");
  const members = [...bare.matchAll(new RegExp(`\\b${subject}\\??\\.(\\w+)`, 'g'))].map(([, name]) => name);
  const unpacked = [...bare.matchAll(new RegExp(`\\{([^{}]*)\\} = (?:\\w+\\.)*${subject};`, 'g'))].flatMap(([, names]) => names.match(/\w+/g));
  return [...events, ...[...members, ...unpacked].filter((name) => name !== 'on')];
}

test('uses are found in each of their forms, and only there', () => {
  const text = "const { room, chat } = this.call; say('call.title'); call.on('ended', () => this.call.leave()); // call.edit()\n recall.now; call?.kick();";
  assert.deepEqual(uses(text, 'call'), ['on ended', 'leave', 'kick', 'room', 'chat']);
});

test('the view uses all of the contract, and nothing beside it', () => {
  const views = readdirSync(new URL('js/call-view/', root)).map((name) => `js/call-view/${name}`);
  const text = [...views, 'js/widgets/topbar.js', 'js/calls/main.js'].map(source).join('\n');
  const parts = {
    call: ['ViewedCall', 'BoardCall', 'HostedCall'],
    room: ['CallRoom'],
    transport: ['CallTransport', 'MeasuringTransport'],
    session: ['CallSession'],
  };
  for (const [subject, names] of Object.entries(parts)) {
    const contract = names.map((name) => CONTRACT[name]).flatMap(({ properties, methods, events }) => [...properties, ...methods, ...events.map((type) => `on ${type}`)]);
    assert.deepEqual([...new Set(uses(text, subject))].sort(), contract.sort(), subject);
  }
});

test('the types and the list of the contract name the same', () => {
  const types = source('js/call-view/call-contract.js').split('@typedef {object} ').slice(1);
  assert.deepEqual(types.map((type) => type.match(/^\w+/)[0]).sort(), Object.keys(CONTRACT).sort());
  for (const type of types) {
    const [part] = type.match(/^\w+/);
    const described = type.split('*/')[0].split('@typedef')[0];
    const { properties, methods, events } = CONTRACT[part];
    assert.deepEqual([...described.matchAll(/@property \{.*\} (\w+)/g)].map(([, name]) => name).sort(), [...properties, ...methods].sort(), part);
    assert.deepEqual([...described.split('@property')[0].matchAll(/`(\w+)`/g)].map(([, type]) => type), events, part);
  }
});
