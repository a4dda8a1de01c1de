import { Refusal } from '../core/errors.js';
import { LiveCall } from '../media/live-call.js';
import { Conference } from '../media/livekit/conference.js';
import { Mesh } from '../media/mesh.js';
import { MediaSwitch } from './media-switch.js';
import { fromEvent, toEvents } from './mesh-events.js';
import { StudyRoom } from './study-room.js';

const PROBE_MS = 5_000;
/** Somebody ended the session between our look and our entry. */
const GONE = new Set(['SESSION_ENDED', 'SESSION_NOT_FOUND']);

/**
 * Being in a study's call, as the document's example has it: look, start or join over HTTP, enter
 * over the socket, leave both ways. The socket is the page's, and outlives the call.
 */
export class StudyCall extends LiveCall {
  #entering = false;
  #told = {};

  /** `session` is the StudySocket; `study` {id, name}; `self` {id, name}. */
  constructor({ client, session, media, study, self }) {
    super({ session, media });
    Object.assign(this, { client, study, self });
  }

  /** After a failure the call is of no more use: `abandon` it. */
  async join(options = {}) {
    const { session, media: pass, iceServers } = await this.#begin(options);
    this.iceServers = iceServers;
    this.sessionId = session.id;
    this.room = new StudyRoom({ roomId: session.roomId, title: this.study.name, self: this.self });
    this.transport = new MediaSwitch({ mesh: () => this.#mesh(), conference: pass && (() => this.#conference()) });
    this.transport.setTracks({ ...this.media.tracks });
    this.#listen();
    await this.#enter(options);
    this.keepAlive.start();
  }

  /** To everybody in the call: a study's call knows no other. */
  chat(message, target, options) {
    return this.session.request('chat:video-message', { roomId: this.room.roomId, message }, options);
  }

  /** Says what has changed of our microphone and camera since we said it last. */
  async tellMedia() {
    const { room, media } = this;
    const now = { audio: media.micOn, video: media.camOn };
    room.update(room.selfId, now);
    if (now.audio !== this.#told.audio) this.#send('video:toggle-audio', { isMuted: !now.audio });
    if (now.video !== this.#told.video) this.#send('video:toggle-video', { isVideoOff: !now.video });
    this.#told = now;
  }

  /** The screen that the user picks, or a track of one. */
  async shareScreen(track) {
    this.media.setScreen(track ?? (await this.media.pickScreen()));
    this.room.setSharing(this.room.selfId, true);
    this.#send('video:screen-share-start');
  }

  async stopShare() {
    this.media.setScreen(null);
    this.room.setSharing(this.room.selfId, false);
    this.#send('video:screen-share-stop');
  }

  async leave(options) {
    this.close();
    this.#send('video:leave-room');
    await this.client.leave(this.study.id, this.sessionId, options).catch(() => {});
    this.end('left');
  }

  abandon() {
    super.abandon();
    if (this.sessionId) this.client.leave(this.study.id, this.sessionId).catch(() => {});
  }

  probe(options) {
    return this.#requestState({ replyMs: PROBE_MS, ...options });
  }

  async #begin(options) {
    const look = async () => {
      const session = (await this.client.status(this.study.id, options)) ?? (await this.client.start(this.study.id, options));
      return { session, ...(await this.client.join(this.study.id, session.id, options)) };
    };
    return look().catch((refusal) => {
      if (GONE.has(refusal.code)) return look();
      throw refusal;
    });
  }

  async #enter(options) {
    this.#told = {};
    this.room.expect();
    await this.#requestState(options);
    await this.tellMedia();
    if (this.media.tracks.screen) this.#send('video:screen-share-start');
  }

  /** Answered by `video:room-state`; asked again, it tells who is here by now. */
  #requestState(options) {
    return this.session.request('video:join-room', { studyId: this.study.id, roomId: this.room.roomId }, options);
  }

  #send(event, fields) {
    this.session.send(event, { roomId: this.room.roomId, ...fields });
  }

  #mesh() {
    const send = (op, { target, ...fields }) => {
      const socketId = this.room.socketOf(target);
      const events = socketId ? toEvents(op, { target: socketId, ...fields }) : [];
      for (const [name, payload] of events) this.session.send(name, payload);
    };
    return new Mesh({ selfId: this.room.selfId, iceServers: this.iceServers, send });
  }

  /** The pass of our entry may have expired by now: joining again gives a fresh one. */
  async #conference() {
    const { media } = await this.client.join(this.study.id, this.sessionId);
    return Conference.open(media);
  }

  #listen() {
    const { session, room, transport, media } = this;
    this.showRoom();
    this.showTransport();
    this.listen(
      session.on('event', ({ name, payload }) => this.#receive(name, payload ?? {})),
      session.on('returned', () => this.#return()),
      session.on('ended', (refusal) => this.end('session', refusal)),
      room.on('joined', ({ id }) => this.#addPeer(id)),
      room.on('socketChanged', ({ id }) => {
        transport.remove(id);
        this.#addPeer(id);
      }),
      room.on('left', ({ id }) => transport.remove(id)),
      room.on('changed', () => transport.settle(() => room.others.map(({ id }) => id))),
      transport.on('unknownPeer', () => this.#requestState().catch(() => {})),
      transport.on('refused', (refusal) => this.emit('refused', refusal)),
      transport.on('muted', () => this.obeyMute()),
      media.on('changed', (tracks) => transport.setTracks({ ...tracks })),
      media.on('screenEnded', () => this.stopShare()),
    );
  }

  /** Whoever comes later offers: we to those who are listed, others to us. */
  #addPeer(userId) {
    this.transport.add(userId, { offering: this.#entering });
  }

  #receive(name, payload) {
    const { room } = this;
    const changes = {
      'video:room-state': () => this.#enterState(payload.participants ?? []),
      'video:user-joined': () => room.join(payload),
      'video:user-left': () => room.leave(payload),
      'video:peer-audio-changed': () => room.update(payload.userId, { audio: !payload.isMuted }),
      'video:peer-video-changed': () => room.update(payload.userId, { video: !payload.isVideoOff }),
      'video:peer-screen-share': () => room.setSharing(payload.userId, payload.isSharing === true),
      'video:user-speaking': () => this.transport.emit('speaking', { userId: room.userOf(payload.socketId), speaking: payload.speaking === true }),
      'error': () => this.#receiveError(payload),
      'chat:video-message-received': () => payload.userId !== room.selfId && room.emit('chat', { user: payload.userId, message: payload.message }),
    };
    const message = name in changes ? changes[name]() : fromEvent(name, payload);
    if (message?.eventOp) this.#receiveSignal(payload.from, message);
  }

  /** What answers nothing we sent, and so names no code: another page of ours has taken our place. */
  #receiveError({ code }) {
    if (code === undefined) this.end('session', new Refusal('session', '409'));
  }

  #enterState(participants) {
    this.#entering = true;
    this.room.enter(participants);
    this.#entering = false;
  }

  /** From somebody whom nobody has announced yet: the list of who is here comes first. */
  async #receiveSignal(socketId, message) {
    if (!this.room.userOf(socketId)) await this.#requestState().catch(() => {});
    const sender = this.room.userOf(socketId);
    if (sender) await this.transport.receive({ ...message, sender });
  }

  async #return() {
    this.room.startOver();
    // Refused or lost again: the next return comes through here, and the server tells why.
    await this.#enter().catch((refusal) => this.emit('refused', refusal));
  }
}
