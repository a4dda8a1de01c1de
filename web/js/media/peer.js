import { Emitter } from '../shared/emitter.js';
import { CandidateBatch } from './candidate-batch.js';
import { HeldCandidates } from './held-candidates.js';
import { directAll, mediaSlots } from './media-slots.js';

const LINGER_MS = 3_000;
const REPEAT_MS = 4_000;
const MOST_REPEATS = 5;

/**
 * The connection to one other member, negotiated "perfectly" (W3C WebRTC §10.7): both sides may offer at
 * any time; when offers cross, the polite side withdraws its own.
 *
 * Descriptions are numbered, because the signalling may reorder, repeat or lose them. A page that was
 * reloaded is a new peer: `id` and `remoteId` tell which page a message came from and was meant for.
 *
 * Events: `tracks` {mic, cam, screen} of the other side, `state` (RTCPeerConnection.connectionState).
 */
export class Peer extends Emitter {
  #pc;
  #batch;
  #queue = Promise.resolve();
  #offering = null;
  #offers = 0;
  #lastRemoteOffer = 0;
  #lingering = null;
  #repeating = null;

  constructor({ userId, polite, send, tracks, iceServers = [], held = new HeldCandidates(), createConnection = connect }) {
    super();
    this.userId = userId;
    this.polite = polite;
    this.id = crypto.randomUUID().slice(0, 8);
    this.remoteId = null;
    this.held = held;
    this.send = send;
    this.tracks = tracks;
    this.#batch = new CandidateBatch((candidate) => this.#tell('candidate', { cam: true, candidate }));
    this.createConnection = () => createConnection({ iceServers, bundlePolicy: 'max-bundle' });
    this.#open();
  }

  get state() {
    return this.#pc.connectionState;
  }

  get hasAnswered() {
    return this.#pc.remoteDescription !== null;
  }

  /** Offers first. The other way to begin is to wait for the other side's offer. */
  start() {
    if (mediaSlots(this.#pc).mic) return;
    this.#fillSlots();
  }

  /** Sends `tracks` from now on; needs no negotiation, because every slot is there from the start. */
  setTracks(tracks) {
    this.tracks = tracks;
    if (this.hasAnswered) this.#fillSlots();
    else directAll(mediaSlots(this.#pc), tracks);
  }

  receiveDescription(message) {
    return this.#inTurn(() => this.#describe(message));
  }

  receiveCandidates(candidates) {
    return this.#inTurn(async () => {
      for (const candidate of candidates) {
        if (this.held.fits(candidate)) await this.#addCandidate(candidate);
        else this.held.hold(candidate);
      }
    });
  }

  /** The signalling is back: says again what may have been lost, and looks for a new path if there is none. */
  resume() {
    if (this.#pc.signalingState === 'have-local-offer') this.#sendOffer();
    else if (this.state !== 'connected') this.#pc.restartIce();
  }

  close() {
    clearTimeout(this.#lingering);
    clearTimeout(this.#repeating);
    this.#batch.discard();
    this.#pc.close();
  }

  #open() {
    const pc = this.createConnection();
    pc.onnegotiationneeded = () => this.#offer(pc);
    pc.onicecandidate = ({ candidate }) => candidate?.candidate && this.#batch.add(candidate.toJSON());
    pc.onconnectionstatechange = () => this.#watch(pc.connectionState);
    this.#pc = pc;
  }

  /**
   * Withdraws the very first offer. Rolling it back would leave its media sections unpaired beside the
   * other side's, and Chromium then asks for negotiation for ever; nothing is lost by starting anew.
   */
  #reopen() {
    this.#batch.discard();
    this.#pc.onicecandidate = null;
    this.#pc.close();
    this.#open();
  }

  /** One message after the other: a description is applied and answered before the next is looked at. */
  #inTurn(work) {
    this.#queue = this.#queue.then(work).catch((error) => {
      if (this.#pc.signalingState !== 'closed') console.warn(`negotiation with ${this.userId}`, error);
    });
    return this.#queue;
  }

  async #offer(pc) {
    try {
      this.#offering = pc;
      await pc.setLocalDescription();
      if (pc.signalingState !== 'have-local-offer') return;
      this.#offers++;
      this.#sendOffer();
    } catch (error) {
      if (pc.signalingState !== 'closed') console.warn(`offer to ${this.userId}`, error);
    } finally {
      if (this.#offering === pc) this.#offering = null;
    }
  }

  #sendOffer(repeats = 0) {
    this.#sendDescription(this.#offers);
    clearTimeout(this.#repeating);
    if (repeats === MOST_REPEATS) return;
    this.#repeating = setTimeout(() => {
      if (this.#pc.signalingState === 'have-local-offer') this.#sendOffer(repeats + 1);
    }, REPEAT_MS * 2 ** repeats);
  }

  #sendDescription(offer) {
    const { type, sdp } = this.#pc.localDescription;
    this.#tell('sdp', { sdp: { type, sdp }, offer, offered: this.#offers });
  }

  #tell(op, fields) {
    this.send(op, { type: 'cam', peer: this.id, to: this.remoteId ?? undefined, ...fields });
  }

  async #describe({ sdp, offer = this.#lastRemoteOffer + 1, offered = 0, peer = null }) {
    // Who answers has withdrawn what it offered before; that offer may still be on its way.
    if (sdp.type === 'answer') this.#lastRemoteOffer = Math.max(this.#lastRemoteOffer, offered);
    if (sdp.type === 'offer' ? !this.#isNewOffer(offer) : !this.#answers(offer)) return;
    this.remoteId = peer;
    if (sdp.type === 'offer') this.#lastRemoteOffer = offer;
    if (sdp.type === 'offer' && !this.#makesWay()) return;
    await this.#pc.setRemoteDescription(sdp);
    for (const candidate of this.held.accept(sdp.sdp)) await this.#addCandidate(candidate);
    if (sdp.type === 'offer') await this.#answer(offer);
    this.emit('tracks', this.#remoteTracks());
  }

  /** False when the other side's offer crosses ours and ours stands. */
  #makesWay() {
    const crossing = this.#offering === this.#pc || this.#pc.signalingState !== 'stable';
    if (crossing && !this.polite) return false;
    if (crossing && !this.hasAnswered) this.#reopen();
    return true;
  }

  async #answer(offer) {
    this.#fillSlots();
    await this.#pc.setLocalDescription();
    this.#sendDescription(offer);
  }

  #isNewOffer(offer) {
    // The same offer again means that our answer has not arrived.
    const repeated = offer === this.#lastRemoteOffer && this.#pc.localDescription?.type === 'answer';
    if (repeated && this.#pc.signalingState === 'stable') this.#sendDescription(offer);
    return offer > this.#lastRemoteOffer;
  }

  /** A client that does not number its answers is taken to answer the latest offer. */
  #answers(offer) {
    const ours = offer === this.#offers || this.remoteId === null;
    return ours && this.#pc.signalingState === 'have-local-offer';
  }

  #fillSlots() {
    const slots = mediaSlots(this.#pc);
    const kinds = { mic: 'audio', cam: 'video', screen: 'video' };
    for (const [slot, kind] of Object.entries(kinds)) {
      slots[slot] ??= this.#pc.addTransceiver(kind, { direction: 'sendrecv' });
    }
    directAll(slots, this.tracks);
  }

  #remoteTracks() {
    const slots = Object.entries(mediaSlots(this.#pc));
    return Object.fromEntries(slots.map(([slot, transceiver]) => [slot, transceiver.receiver.track]));
  }

  async #addCandidate(candidate) {
    // One candidate that this browser cannot use (an unknown transport, a closed section) is no loss.
    await this.#pc.addIceCandidate(candidate).catch(() => {});
  }

  #watch(state) {
    clearTimeout(this.#lingering);
    if (state === 'failed') this.#pc.restartIce();
    if (state === 'disconnected') {
      this.#lingering = setTimeout(() => this.#pc.restartIce(), LINGER_MS);
    }
    this.emit('state', state);
  }
}

const connect = (configuration) => new RTCPeerConnection(configuration);
