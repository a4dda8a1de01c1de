import { Emitter } from '../core/emitter.js';
import { Peer } from './peer.js';

/** How long a newcomer, who offers by convention, may take before we offer ourselves. */
const OFFER_WAIT_MS = 3_000;
const MOST_RETIRED = 64;

/**
 * One peer connection to every other member of the room.
 *
 * Events: `tracks` ({userId, tracks}) and `state` ({userId, state}) as of the peers, `unknownPeer` (userId)
 * when somebody signals whom the room has not announced yet.
 */
export class Mesh extends Emitter {
  #peers = new Map();
  #retired = [];
  #tracks = {};
  #received = new Map();

  constructor({ selfId, send, iceServers, createPeer = (options) => new Peer(options) }) {
    super();
    this.selfId = selfId;
    this.send = send;
    this.iceServers = iceServers;
    this.createPeer = createPeer;
  }

  /** Between browsers there is no connection of our own, only one to each other person. */
  get ownState() {
    return undefined;
  }

  stateOf(userId) {
    return this.#peers.get(userId)?.state ?? 'new';
  }

  /** What arrives from somebody: {mic, cam, screen}. */
  tracksOf(userId) {
    return this.#received.get(userId) ?? {};
  }

  /** Only a media server measures; between browsers there is nothing to ask. */
  qualityOf() {
    return undefined;
  }

  /** `offering` is true for the one who came later: exactly one side starts. */
  add(userId, { offering }) {
    if (this.#peers.has(userId)) return;
    const peer = this.#create(userId);
    if (offering) peer.start();
    else setTimeout(() => this.#peers.get(userId) === peer && !peer.hasAnswered && peer.start(), OFFER_WAIT_MS);
  }

  remove(userId) {
    const peer = this.#peers.get(userId);
    if (!peer) return;
    this.#peers.delete(userId);
    this.#received.delete(userId);
    if (peer.remoteId) this.#retired = [...this.#retired, peer.remoteId].slice(-MOST_RETIRED);
    peer.close();
  }

  setTracks(tracks) {
    this.#tracks = tracks;
    for (const peer of this.#peers.values()) peer.setTracks(tracks);
  }

  async receive(message) {
    const { eventOp, peer: from, to } = message;
    const userId = message.sender ?? message.user;
    if (!userId || userId === this.selfId || this.#retired.includes(from)) return;
    const peer = this.#peerFor(userId, message);
    if (to && to !== peer.id) return;
    if (eventOp === 'sdp' && message.sdp?.type) await peer.receiveDescription(message);
    if (eventOp === 'candidate') await peer.receiveCandidates([message.candidate].flat().filter(Boolean));
  }

  resume() {
    for (const peer of this.#peers.values()) peer.resume();
  }

  close() {
    for (const userId of [...this.#peers.keys()]) this.remove(userId);
  }

  #peerFor(userId, { eventOp, sdp, peer: from }) {
    const known = this.#peers.get(userId);
    if (!known) this.emit('unknownPeer', userId);
    const reloaded = known?.remoteId && from && from !== known.remoteId;
    const offers = eventOp === 'sdp' && sdp?.type === 'offer';
    if (known && !(reloaded && offers)) return known;
    this.remove(userId);
    return this.#create(userId, known?.held);
  }

  #create(userId, held) {
    const peer = this.createPeer({
      userId,
      // Any rule works on which both sides agree.
      polite: this.selfId < userId,
      tracks: this.#tracks,
      iceServers: this.iceServers,
      held,
      send: (op, fields) => this.send(op, { target: userId, ...fields }),
    });
    this.#peers.set(userId, peer);
    peer.on('tracks', (tracks) => {
      this.#received.set(userId, tracks);
      this.emit('tracks', { userId, tracks });
    });
    peer.on('state', (state) => this.emit('state', { userId, state }));
    return peer;
  }
}
