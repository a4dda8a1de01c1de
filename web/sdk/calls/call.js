import { Conference } from '../media/livekit/conference.js';
import { Mesh } from '../media/mesh.js';
import { persist } from '../core/backoff.js';
import { Room } from './room.js';
import { RoomOperations } from './room-operations.js';

const PROBE_MS = 5_000;

/**
 * Being in a room: joins, keeps the room's state and the transport of its media, and comes back after a
 * lost socket. The media does not pass through the socket, so it goes on meanwhile.
 *
 * Events: those of a LiveCall, `drawing` (frame), `canvas` (presence), `informed` ({user, message}).
 */
export class Call extends RoomOperations {
  #joining = false;
  #entered = false;
  /** Whether the others know what we send. */
  #told = false;
  #destroying = false;
  #returns = 0;

  /** Opens a room of our own, which goes away with its last member; answers its id. */
  async create({ title, capacity, group, roomId } = {}, options = {}) {
    this.terms = { title, capacity, destroy: true };
    const reply = await this.session.request(createOperation(group), { ...this.terms, roomId }, options);
    return reply.roomId;
  }

  /** After a failure the call is of no more use: `abandon` it. */
  async join(roomId, options = {}) {
    const { session, media } = this;
    this.room = new Room({ roomId, selfId: session.userId });
    this.room.capacity = this.terms?.capacity ?? null;
    this.transport = new Mesh({
      selfId: session.userId,
      iceServers: session.iceServers,
      send: (op, fields) => session.send(op, { roomId, ...fields }),
    });
    this.transport.setTracks({ ...media.tracks });
    this.#listen();
    try {
      await this.#enterFirst(options);
      await this.tellMedia(options);
    } catch (failure) {
      // Whoever waits no longer does not keep the seat that may still come.
      if (options.signal?.aborted) session.send('leaveRoom', { roomId });
      throw failure;
    }
    this.keepAlive.start();
  }

  get #inGroup() {
    return this.transport instanceof Conference;
  }

  async leave(options) {
    this.close();
    await this.request('leaveRoom', {}, options).catch(() => {});
    this.end('left');
  }

  abandon() {
    super.abandon();
    this.session.stop();
  }

  /** The session is this call's own, and ends with it. */
  end(reason, refusal) {
    if (this.isOver) return;
    this.session.stop();
    super.end(reason === 'destroyed' && this.#destroying ? 'destroyedByUs' : reason, refusal);
  }

  async destroy(options) {
    this.#destroying = true;
    try {
      await this.request('destroyRoom', {}, options);
      this.end('destroyed');
    } catch (refusal) {
      this.#destroying = false;
      if (!this.isOver) throw refusal;
    }
  }

  /** Our name and what we send, for the others' tiles. */
  async tellMedia(options) {
    const { media } = this;
    this.#told = false;
    await this.editUser({ video: media.camOn, audio: media.micOn }, options).then(() => { this.#told = true; }, (refusal) => {
      options?.signal?.throwIfAborted();
      // What was lost with the socket is told again by the next one.
      if (refusal.code !== 'lost') this.emit('refused', refusal);
    });
  }

  /** The screen that the user picks, or a track of one. */
  async shareScreen(track, options) {
    const shown = track ?? (await this.media.pickScreen());
    try {
      await this.request('screen', {}, options);
    } catch (refusal) {
      shown.stop();
      throw refusal;
    }
    this.media.setScreen(shown);
    this.room.setShare({ type: 'screen', user: this.room.selfId });
  }

  async stopShare(options) {
    this.media.setScreen(null);
    this.room.setShare({});
    await this.request('shareStop', {}, options);
  }

  probe(options) {
    return this.refreshMembers({ replyMs: PROBE_MS, ...options });
  }

  #listen() {
    const { session, room, media } = this;
    this.showRoom();
    this.showTransport();
    this.listen(
      session.on('message', (message) => this.#route(message)),
      session.on('returned', (how) => this.#return(how)),
      session.on('ended', (refusal) => this.end('session', refusal)),
      room.on('joined', ({ id }) => id !== room.selfId && this.transport.add(id, { offering: this.#joining })),
      room.on('left', ({ id }) => this.transport.remove(id)),
      room.on('ended', (reason) => this.end(reason)),
      room.on('share', () => this.#yieldShare()),
      this.transport.on('unknownPeer', () => this.refreshMembers().catch(() => {})),
      media.on('changed', (tracks) => this.transport.setTracks({ ...tracks })),
      media.on('changed', () => this.#heedPermit()),
      media.on('screenEnded', () => this.stopShare().catch((refusal) => this.emit('refused', refusal))),
    );
  }

  #route(message) {
    const { eventOp, code } = message;
    if (code !== undefined) return;
    if (eventOp === 'sdp' || eventOp === 'candidate') this.transport.receive(message);
    else if (eventOp === 'drawing') this.emit('drawing', message);
    else if (message.type === 'reqCanvasImage' || message.type === 'updateImage') this.emit('canvas', message);
    else if (message.type === 'inform') this.#receiveInform(message);
    else if (eventOp === 'presence') this.room.apply(message);
    if (message.type === 'permit') this.#heedPermit();
  }

  /** What the host forbids the media server drops already; our page shows so, and offers it no more. */
  async #heedPermit() {
    const { media } = this;
    const { audio, video, screen } = this.room.self?.permit ?? {};
    if (audio === false && media.micOn) await this.obeyMute();
    if (screen === false && media.tracks.screen) await this.stopShare().catch(() => {});
    if (video === false && media.camOn) await media.setCam(false).then(() => this.tellMedia());
  }

  /** The host may mute a microphone, but never unmute one; who else asks for it is ignored. */
  #receiveInform({ user, message }) {
    if (message?.ask !== 'mute') this.emit('informed', { user, message });
    else if (user === this.room.host && this.media.micOn) this.obeyMute();
  }

  /** Whoever the room names is sharing; our screen stops when that is no longer us. */
  #yieldShare() {
    if (this.media.tracks.screen && this.room.share.user !== this.room.selfId) this.media.setScreen(null);
  }

  /** A socket that is lost on the way comes back by itself, and then we enter by that. */
  async #enterFirst(options) {
    const { session } = this;
    let enter = () => this.#enter(true, options);
    while (!this.#entered) {
      await enter().then(() => { this.#entered = true; }, async (failure) => {
        if (failure.code !== 'lost') throw failure;
        await session.ready(options);
      });
      // The seat may be ours already.
      enter = () => this.#enter(true, options).catch((refusal) => this.#recover(refusal));
    }
  }

  async #enter(first, options) {
    // The flag must cover only the members of this reply: whoever joins later offers to us.
    const reply = await this.request('joinRoom', {}, options);
    this.room.can.silence = Boolean(reply.media);
    if (reply.media) await this.#openConference(reply.livekit, options);
    options?.signal?.throwIfAborted();
    this.#joining = first;
    this.room.enter(reply);
    this.#joining = false;
  }

  /** The room has a media server: everything goes there, nothing from browser to browser. */
  async #openConference(pass, options) {
    if (this.#inGroup) return this.transport.renew(pass);
    const conference = await Conference.open(pass, options).catch(async (refusal) => {
      await this.request('leaveRoom').catch(() => {});
      throw refusal;
    });
    this.transport.close();
    this.transport = conference;
    this.showTransport();
    this.transport.on('muted', () => this.obeyMute());
    this.transport.on('refused', (refusal) => this.emit('refused', refusal));
    this.transport.setTracks({ ...this.media.tracks });
    return this.transport.start();
  }

  async #return({ recovered }) {
    if (!this.#entered) return;
    const turn = ++this.#returns;
    const enter = () => this.#enter(false).catch((refusal) => this.#recover(refusal));
    try {
      if (!(await persist(enter, () => this.isOver || turn !== this.#returns))) return;
      if (!recovered || !this.#told) await this.tellMedia();
      this.transport.resume();
      await this.#endForgottenShare();
    } catch (refusal) {
      // Lost again on the way: the next return comes through here.
      if (refusal.code !== 'lost' && refusal.code !== 'late') this.end('session', refusal);
    }
  }

  /** A share that we stopped while the socket was away. */
  async #endForgottenShare() {
    const { share, selfId } = this.room;
    if (share.type === 'screen' && share.user === selfId && !this.media.tracks.screen) await this.stopShare();
  }

  /** 442: the seat is still ours. 441: everybody was away for too long, so the room went; open it again. */
  async #recover(refusal) {
    if (refusal.code === '442') return this.refreshMembers();
    if (refusal.code !== '441') throw refusal;
    const { roomId, title, capacity } = this.room;
    const terms = { roomId, title, capacity: capacity ?? undefined, destroy: true };
    await this.session.request(createOperation(this.#inGroup), terms).catch((again) => {
      if (again.code !== '443') throw again;
    });
    return this.#enter(false);
  }
}

const createOperation = (group) => (group ? 'createVideoRoom' : 'createRoom');
