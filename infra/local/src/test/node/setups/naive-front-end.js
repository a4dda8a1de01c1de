/**
 * Runs in a page: a front end as many are written. It gives every ICE candidate to the browser in the moment in which
 * it arrives, keeps none back, numbers nothing, sends nothing twice, and sends its own candidates as it gets them.
 */

const SMALL = { width: 160, height: 120, frameRate: 10 };
const LOOK_MS = 100;

const microphoneAndCamera = navigator.mediaDevices.getUserMedia({ audio: true, video: SMALL });
const calls = new Map();

/** One side of a call between two: a socket, and once the other side is known a connection to it. */
class Call {
  /** `signalling(call)` connects, enters the room, and answers {roomId, others, send, leave}. */
  static async enter(signalling, terms) {
    const call = new Call(await microphoneAndCamera);
    call.signalling = await signalling(call, terms);
    return call;
  }

  peers = new Map();
  problems = [];
  log = [];

  constructor(stream) {
    this.stream = stream;
    this.startedAt = Date.now();
  }

  note(what) {
    this.log.push(`${Date.now() - this.startedAt} ${what}`);
  }

  problem(what) {
    this.problems.push(what);
    this.note(`PROBLEM ${what}`);
  }

  /** Whoever comes into a room offers to those who are there. */
  async offerTo(other) {
    const connection = this.#connect(other);
    await connection.setLocalDescription(await connection.createOffer());
    this.#send(other, 'offer', connection.localDescription);
  }

  async receive(other, kind, value) {
    this.note(`in ${kind} ${kind === 'candidate' ? value?.candidate : ''}`);
    try {
      await this.#apply(other, kind, value);
    } catch (error) {
      this.problem(`${kind}: ${error.message} ${JSON.stringify(value)}`);
    }
  }

  async #apply(other, kind, value) {
    if (kind === 'offer') {
      const connection = this.#connect(other);
      await connection.setRemoteDescription(value);
      await connection.setLocalDescription(await connection.createAnswer());
      this.#send(other, 'answer', connection.localDescription);
    } else if (!this.peers.has(other)) {
      throw new Error('nobody has called yet');
    } else if (kind === 'answer') {
      await this.peers.get(other).setRemoteDescription(value);
    } else {
      await this.peers.get(other).addIceCandidate(value);
    }
  }

  #connect(other) {
    if (this.peers.has(other)) this.problem(`a second offer from ${other}`);
    const connection = new RTCPeerConnection();
    this.peers.set(other, connection);
    for (const track of this.stream.getTracks()) connection.addTrack(track, this.stream);
    connection.onicecandidate = ({ candidate }) => candidate && this.#send(other, 'candidate', candidate);
    connection.onconnectionstatechange = () => this.note(`connection ${connection.connectionState}`);
    return connection;
  }

  #send(other, kind, value) {
    this.note(`out ${kind} ${kind === 'candidate' ? value.candidate : ''}`);
    this.signalling.send(other, kind, value.toJSON());
  }

  /** Waits until a picture of the other side was decoded, at most so long. */
  async outcome(withinMs) {
    const end = Date.now() + withinMs;
    let frames = 0;
    while ((frames = await this.#framesDecoded()) === 0 && Date.now() < end && this.problems.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    const { problems, log } = this;
    return { frames, problems, log, ms: Date.now() - this.startedAt };
  }

  async #framesDecoded() {
    const reports = await Promise.all([...this.peers.values()].map((each) => each.getStats()));
    const videos = reports.flatMap((each) => [...each.values()]).filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
    return Math.max(0, ...videos.map(({ framesDecoded }) => framesDecoded ?? 0));
  }

  async leave() {
    await this.signalling.leave();
    for (const each of this.peers.values()) each.close();
  }
}

/** Over the calls socket; `open(receive)` connects and answers {send, close}. */
function overCalls(open) {
  return async (call, { userId, credentials, roomId: given }) => {
    const unanswered = new Map();
    const { send, close } = await open((message) => {
      const { eventOp, reqId, code, type } = message;
      if (unanswered.has(reqId)) unanswered.get(reqId)(message);
      else if (code !== undefined && code !== '200') call.problem(JSON.stringify(message));
      else if (eventOp === 'sdp') call.receive(message.sender, message.sdp.type, message.sdp);
      else if (eventOp === 'candidate') call.receive(message.sender, 'candidate', message.candidate);
      else call.note(`in ${eventOp} ${type}`);
    });
    const ask = async (eventOp, fields) => {
      const reqId = crypto.randomUUID();
      const answered = new Promise((resolve) => unanswered.set(reqId, resolve));
      send({ eventOp, reqId, userId, ...fields });
      const reply = await answered;
      if (reply.code !== '200') throw new Error(JSON.stringify(reply));
      call.note(`reply to ${eventOp}`);
      return reply;
    };
    await ask('register', credentials);
    const roomId = given ?? (await ask('createRoom', { capacity: 2, destroy: true })).roomId;
    const { members } = await ask('joinRoom', { roomId });
    const others = Object.keys(members).filter((id) => id !== userId);
    const tell = (other, kind, value) => {
      const isCandidate = kind === 'candidate';
      send({ eventOp: isCandidate ? 'candidate' : 'sdp', userId, roomId, target: other, type: 'cam', [isCandidate ? 'candidate' : 'sdp']: value });
    };
    const leave = () => ask('leaveRoom', { roomId }).finally(close);
    return { roomId, others, send: tell, leave };
  };
}

const socketUrl = (path) => location.origin.replace('http', 'ws') + path;
const socketIo = (path, auth) => window.io(location.origin, { path, auth, forceNew: true });

async function plainJson(receive) {
  const socket = new WebSocket(socketUrl('/calls'));
  socket.onmessage = ({ data }) => receive(JSON.parse(data));
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  return { send: (message) => socket.send(JSON.stringify(message)), close: () => socket.close() };
}

async function knowledgetalk(receive) {
  const socket = socketIo('/calls');
  socket.on('knowledgetalk', receive);
  await connected(socket);
  return { send: (message) => socket.emit('knowledgetalk', message), close: () => socket.disconnect() };
}

const connected = (socket) => new Promise((resolve, reject) => {
  socket.once('connect', resolve);
  socket.once('connect_error', reject);
});

/** Over the study socket. The session is open already. */
async function overStudies(call, { token, studyId, roomId }) {
  const socket = socketIo('/study', { token });
  const fields = { 'video:offer': 'offer', 'video:answer': 'answer', 'video:ice-candidate': 'candidate' };
  for (const [event, field] of Object.entries(fields)) socket.on(event, (message) => call.receive(message.from, field, message[field]));
  socket.on('error', (message) => call.problem(JSON.stringify(message)));
  const here = new Promise((resolve) => socket.once('video:room-state', resolve));
  await connected(socket);
  socket.emit('video:join-room', { studyId, roomId });
  const others = (await here).participants.map(({ socketId }) => socketId);
  const send = (to, kind, value) => {
    const event = kind === 'candidate' ? 'video:ice-candidate' : `video:${kind}`;
    socket.emit(event, { to, [kind]: value });
  };
  const leave = async () => {
    await socket.emitWithAck('video:leave-room', { roomId });
    socket.disconnect();
  };
  return { roomId, others, send, leave };
}

const ways = { 'calls, plain JSON': overCalls(plainJson), 'calls, Socket.IO': overCalls(knowledgetalk), 'studies, Socket.IO': overStudies };

/** What the test asks of this page. */
window.naive = {
  /** Enters a room, and calls whoever is there; answers the room's id. */
  async enter(name, way, terms) {
    const call = await Call.enter(ways[way], terms);
    calls.set(name, call);
    for (const other of call.signalling.others) await call.offerTo(other);
    return call.signalling.roomId;
  },
  outcome: (name, withinMs) => calls.get(name).outcome(withinMs),
  async leave(name) {
    await calls.get(name).leave();
    calls.delete(name);
  },
};
