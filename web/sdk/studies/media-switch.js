import { Emitter } from '../core/emitter.js';

/** Beyond so many people each would send too often: a media server takes over where there is one. */
export const MOST_DIRECT = 4;

const PASSED_ON = ['tracks', 'state', 'speaking', 'quality', 'muted', 'refused', 'unknownPeer'];

/**
 * The transport of the media in a study's call: a Mesh between the browsers for up to four people, a
 * Conference on the media server for more. Every page counts the same people, so all change together.
 *
 * To the stage it is what a Mesh or a Conference is, whichever it stands for.
 * Events: those of both, and `refused` (Refusal).
 */
export class MediaSwitch extends Emitter {
  #current = null;
  #group = false;
  #tracks = {};
  #offs = [];
  #turn = Promise.resolve();
  #told = false;
  #over = false;

  /** `mesh()` makes a Mesh, `conference()` opens a Conference; without a media server leave that out. */
  constructor({ mesh, conference }) {
    super();
    this.mesh = mesh;
    this.conference = conference;
    this.#adopt(mesh());
  }

  /** Whether the media goes through the media server now. */
  get isGroup() {
    return this.#group;
  }

  get ownState() {
    return this.#current.ownState;
  }

  stateOf(userId) {
    return this.#current.stateOf(userId);
  }

  tracksOf(userId) {
    return this.#current.tracksOf(userId);
  }

  qualityOf(userId) {
    return this.#current.qualityOf(userId);
  }

  setTracks(tracks) {
    this.#tracks = tracks;
    return this.#current.setTracks(tracks);
  }

  add(userId, how) {
    this.#current.add(userId, how);
  }

  remove(userId) {
    this.#current.remove(userId);
  }

  receive(message) {
    return this.#current.receive(message);
  }

  resume() {
    this.#current.resume();
  }

  /** Chooses the transport for these people, one choice after the other. */
  settle(userIds) {
    this.#turn = this.#turn.then(() => this.#choose(userIds()));
    return this.#turn;
  }

  close() {
    this.#over = true;
    this.#drop();
  }

  async #choose(userIds) {
    const group = userIds.length + 1 > MOST_DIRECT && Boolean(this.conference);
    if (group === this.#group || this.#over) return;
    const next = await this.#open(group);
    if (!next) return;
    if (this.#over) return void next.close();
    this.#drop();
    this.#group = group;
    this.#adopt(next);
    next.setTracks(this.#tracks);
    if (group) next.start();
    // Both ends connect anew and at the same time: offers that collide are the mesh's to settle.
    for (const userId of userIds) next.add(userId, { offering: true });
    this.emit('state', {});
  }

  async #open(group) {
    if (!group) return this.mesh();
    try {
      return await this.conference();
    } catch (refusal) {
      // Tried again with each change of people, told once.
      if (!this.#told) this.emit('refused', refusal);
      this.#told = true;
      return null;
    }
  }

  #adopt(transport) {
    this.#current = transport;
    this.#offs = PASSED_ON.map((type) => transport.on(type, (detail) => this.emit(type, detail)));
  }

  #drop() {
    this.#offs.splice(0).forEach((off) => off());
    this.#current.close();
  }
}
