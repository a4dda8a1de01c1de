import { Room } from '../calls/room.js';
import { answer, isOk } from './answers.js';
import { GroupMedia } from './group-media.js';
import { PeerMedia } from './peer-media.js';
import { Streams } from './streams.js';

const SUBSCRIBE_MS = 5_000;
const LOOK_MS = 100;

/** The tracks of a page's stream, by their places. */
export function slotsOf(type, stream) {
  const [audio = null] = stream?.getAudioTracks() ?? [];
  const [video = null] = stream?.getVideoTracks() ?? [];
  return type === 'screen' ? { screen: video } : { mic: audio, cam: video };
}

/** Being in one room: who is there, what they send, and what the page is told of it. */
export class Stay {
  media = null;
  streams = new Streams((userId, type) => this.#ready(userId, type));
  #offs = [];
  #early = [];

  /** `presence` tells the page. */
  constructor({ session, roomId, presence }) {
    this.session = session;
    this.roomId = roomId;
    this.presence = presence;
    this.room = new Room({ roomId, selfId: session.userId });
  }

  get isGroup() {
    return this.media instanceof GroupMedia;
  }

  get isSharing() {
    return this.room.share.user === this.room.selfId;
  }

  /** The screen of whoever is known to share, or else of somebody. */
  get screen() {
    return this.streams.get(this.room.share.user, 'screen') ?? this.streams.screen;
  }

  ask(op, fields = {}) {
    return answer(() => this.session.request(op, { roomId: this.roomId, ...fields }));
  }

  async enter() {
    this.presence.hold();
    const { room } = this;
    // News may overtake the reply that they follow: it is looked at then.
    const reply = await this.#join();
    if (isOk(reply)) {
      const known = new Set([...Object.keys(reply.members ?? {}), room.selfId]);
      room.enter(reply);
      this.#listen();
      for (const [id, member] of room.members) if (!known.has(id)) this.#joined(member);
      for (const message of this.#early.splice(0)) this.media.receive(message);
    }
    this.presence.release();
    return reply;
  }

  route(message) {
    const { eventOp, type } = message;
    if (eventOp === 'sdp' || eventOp === 'candidate') this.#signal(message);
    else if (type === 'join' || type === 'chat' || (type === 'leave' && message.user !== this.room.selfId)) this.room.apply(message);
    else this.#tellOn(message);
  }

  /** To one user between browsers, to the media server otherwise. */
  async publish(type, stream, target) {
    const tracks = slotsOf(type, stream);
    if (!Object.values(tracks).some(Boolean)) return false;
    if (this.isGroup) return this.media.publish(tracks);
    if (target) this.media.publish(target, tracks);
    else this.media.change(tracks);
    return true;
  }

  async streamOf(userId, type) {
    for (const end = Date.now() + SUBSCRIBE_MS; Date.now() < end;) {
      const stream = this.streams.get(userId, type);
      if (stream) return stream;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return false;
  }

  drop(userId) {
    this.media?.drop(userId);
    this.streams.removeAll(userId);
  }

  close() {
    for (const off of this.#offs.splice(0)) off();
    this.media?.close();
    this.streams.clear();
    this.presence.clear();
  }

  /** The socket was lost and is back: the seat may be ours still, and the media went on. */
  async resume() {
    if (!this.media) return;
    const reply = await this.ask('joinRoom');
    const state = isOk(reply) ? reply : await this.ask('memberList');
    if (!isOk(state)) return;
    this.room.enter(state);
    this.media.resume(reply.livekit);
  }

  async #join() {
    const reply = await this.ask('joinRoom');
    if (!isOk(reply)) return reply;
    if (!reply.media) {
      this.media = new PeerMedia(this);
      return reply;
    }
    const opened = await answer(async () => ({ media: await GroupMedia.open(reply.livekit) }));
    if (opened.media) this.media = opened.media;
    else await this.ask('leaveRoom');
    return this.media ? reply : { ...opened, eventOp: 'joinRoom' };
  }

  #listen() {
    const { room, media, streams } = this;
    this.#offs = [
      room.on('joined', (member) => this.#joined(member)),
      room.on('left', ({ id }) => this.#left(id)),
      room.on('chat', (chat) => this.presence.tell(chat)),
      media.on('arrived', ({ userId, slot, track }) => streams.add(userId, slot, track)),
      media.on('gone', ({ userId, slot }) => streams.remove(userId, slot)),
    ];
  }

  #joined(member) {
    if (member.id === this.room.selfId) return;
    this.presence.tell({ type: 'join', roomId: this.roomId, user: member });
    this.presence.arrived(member.id);
  }

  #left(userId) {
    this.drop(userId);
    this.presence.left(userId);
    this.presence.tell({ type: 'leave', roomId: this.roomId, user: userId });
  }

  #signal(message) {
    if (this.media) this.media.receive(message);
    else this.#early.push(message);
  }

  /** What the page is told as it came. */
  #tellOn(message) {
    const { type, user } = message;
    const sharer = this.room.share.user;
    this.room.apply(message);
    if (type === 'shareStop' && sharer) this.#endScreen(sharer);
    this.presence.tell(message);
    if (user === this.room.selfId && (type === 'kickOut' || type === 'leave')) this.close();
  }

  #endScreen(sharer) {
    this.media?.forget(sharer, 'screen');
    this.streams.remove(sharer, 'screen');
  }

  #ready(userId, type) {
    const { roomId, room } = this;
    const member = room.members.get(userId);
    const news = this.isGroup
      ? { type: 'publish', roomId, feeds: [{ ...member, id: userId, type }] }
      : { type: 'subscribed', roomId, user: userId, cam: type === 'cam' };
    if (!this.presence.tellOf(userId, Boolean(member), news)) this.#refresh();
  }

  /** Somebody sends whom the room does not know yet: the news of them was late, or lost. */
  async #refresh() {
    const reply = await this.ask('memberList');
    if (isOk(reply)) this.room.enter(reply);
  }
}
