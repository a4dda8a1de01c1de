import { credentials, kinds, uniqueName } from '../socketio/clients.mjs';
import { pause, Person, studyOf } from '../studies/people.mjs';

/**
 * Two in a call, on real sockets. Every kind of pair has the members' `names`, and
 * - `click(who, control, on)`: switches one of `mute`, `video` and `share`; resolves when it is answered
 * - `arrived(who)`: resolves when the gateway has all that they have sent
 * - `heard(who)`: the last that the other was told of their controls
 * - `kept()`: what the server keeps of everybody's controls, each member asking for it
 * - `sharers`: who may share at once with whom
 */
export const pairs = {
  'calls, plain JSON': () => callPair(kinds['plain JSON']),
  'calls, Socket.IO': () => callPair(kinds['socket.io-client 4']),
  'studies, Socket.IO': studyPair,
};

let pings = 0;

/** Resolves when the gateway has everything that was sent over it: the pong comes behind that. */
async function arrival(ws, engine) {
  while (engine?.writeBuffer.length > 0) await pause(1);
  const id = String(++pings);
  const answered = new Promise((resolve) => {
    ws.on('pong', function listen(data) {
      if (data.toString() !== id) return;
      ws.off('pong', listen);
      resolve();
    });
  });
  ws.ping(id);
  await answered;
}

async function callPair(connect) {
  const names = ['ann', 'bob'].map(uniqueName);
  const enter = async (userId) => {
    const client = await connect();
    const ask = async (eventOp, fields) => {
      const reply = await client.request(eventOp, { userId, ...fields });
      if (reply.code !== '200') throw new Error(`${eventOp} ${JSON.stringify(fields)}: ${JSON.stringify(reply)}`);
      return reply;
    };
    await ask('register', credentials(userId));
    return { client, ask };
  };
  const members = new Map();
  for (const name of names) members.set(name, await enter(name));
  const { roomId } = await members.get(names[0]).ask('createRoom', { capacity: 3, destroy: true });
  for (const { ask } of members.values()) await ask('joinRoom', { roomId });
  // Only newcomers are told what is shared.
  const newcomer = await enter(uniqueName('newcomer'));

  const told = new Map(names.map((name) => [name, {}]));
  const hear = ({ eventOp, type, user, audio, video }) => {
    if (eventOp !== 'presence' || !told.has(user)) return;
    if (type === 'editUserInfo') Object.assign(told.get(user), { mute: !audio, video });
    if (type === 'screen' || type === 'shareStop') told.get(user).share = type === 'screen';
  };
  for (const { client } of members.values()) client.hear(hear);

  return {
    names,
    sharers: [names[0]],
    click: (who, control, on) => {
      const { ask } = members.get(who);
      if (control === 'share') return ask(on ? 'screen' : 'shareStop', { roomId });
      return ask('editUserInfo', { roomId, ...(control === 'mute' ? { audio: !on } : { video: on }) });
    },
    arrived: (who) => {
      const { client } = members.get(who);
      return arrival(client.ws(), client.socket?.io.engine);
    },
    heard: (who) => told.get(who),
    kept: async () => {
      const { share } = await newcomer.ask('joinRoom', { roomId });
      await newcomer.ask('leaveRoom', { roomId });
      const lists = await Promise.all([...members.values()].map(({ ask }) => ask('memberList', { roomId })));
      return lists.map((list) => Object.fromEntries(names.map((name) => {
        const { audio, video } = list.members[name];
        return [name, { mute: !audio, video, share: share?.user === name }];
      })));
    },
  };
}

async function studyPair() {
  const people = [await Person.named('ann'), await Person.named('bob')];
  const study = await studyOf(...people);
  const { roomId } = study;
  const ask = async (socket, event, data) => {
    const answer = await socket.ask(event, data);
    if (answer.success !== true) throw new Error(`${event} ${JSON.stringify(data)}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const sockets = new Map();
  for (const person of people) sockets.set(person.id, await person.socket());
  for (const socket of sockets.values()) await ask(socket, 'video:join-room', study);

  const told = new Map(people.map(({ id }) => [id, {}]));
  const idOf = (socketId) => [...sockets].find(([, socket]) => socket.id === socketId)[0];
  for (const socket of sockets.values()) {
    socket.on('video:peer-audio-changed', ({ userId, isMuted }) => (told.get(userId).mute = isMuted));
    socket.on('video:peer-video-changed', ({ userId, isVideoOff }) => (told.get(userId).video = !isVideoOff));
    socket.on('video:peer-screen-share', ({ userId, isSharing }) => (told.get(userId).share = isSharing));
    socket.on('video:screen-share-started', ({ socketId }) => (told.get(idOf(socketId)).shows = true));
    socket.on('video:screen-share-stopped', ({ socketId }) => (told.get(idOf(socketId)).shows = false));
  }

  const events = {
    mute: (on) => ['video:toggle-audio', { roomId, isMuted: on }],
    video: (on) => ['video:toggle-video', { roomId, isVideoOff: !on }],
    share: (on) => [on ? 'video:screen-share-start' : 'video:screen-share-stop', { roomId }],
  };
  return {
    names: [...sockets.keys()],
    sharers: [...sockets.keys()],
    click: (who, control, on) => ask(sockets.get(who), ...events[control](on)),
    arrived: (who) => {
      const { engine } = sockets.get(who).io;
      return arrival(engine.transport.ws, engine);
    },
    heard: (who) => {
      const { shows, ...rest } = told.get(who);
      if (shows !== rest.share) throw new Error(`the two events of a shared screen differ: ${shows}, ${rest.share}`);
      return rest;
    },
    // Nobody is told of themselves, so each of the two tells of the other.
    kept: async () => {
      const states = await Promise.all([...sockets.values()].map((socket) => ask(socket, 'video:join-room', study)));
      const peers = states.flatMap(({ participants }) => participants);
      return [Object.fromEntries(peers.map(({ userId, isMuted, isVideoOff, isSharingScreen }) =>
        [userId, { mute: isMuted, video: !isVideoOff, share: isSharingScreen }]))];
    },
  };
}
