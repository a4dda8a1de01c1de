import { Emitter } from '../core/emitter.js';
import { CandidateBatch } from './candidate-batch.js';
import { HeldCandidates } from './held-candidates.js';
import { mediaSlots, sendTracks } from './media-slots.js';

/** A connection that is `disconnected` often mends itself within this time. */
const DISCONNECTED_MS = 3_000;
const RESEND_MS = 4_000;
const MOST_RESENDS = 5;

/**
 * The connection to one other member, by perfect negotiation (W3C WebRTC §10.7): both sides may offer at
 * any time; when offers collide, the polite side withdraws its own.
 *
 * Descriptions are numbered, because the signalling may reorder, repeat or lose them. A page that was
 * reloaded is a new peer: `id` and `remoteId` tell which page a message came from and is meant for.
 *
 * Events: `tracks` {mic, cam, screen} of the other side, `state` (RTCPeerConnection.connectionState).
 */
export class Peer extends Emitter {
  #pc;
  #batch;
  #queue = Promise.resolve();
  #makingOffer = null;
  #offerCount = 0;
  #lastRemoteOffer = 0;
  #disconnectedTimer = null;
  #resendTimer = null;

  constructor({ userId, polite, send, tracks, iceServers = [], held = new HeldCandidates(), createConnection = connect }) {
    super();
    this.userId = userId;
    this.polite = polite;
    this.id = crypto.randomUUID().slice(0, 8);
    this.remoteId = null;
    this.held = held;
    this.send = send;
    this.tracks = tracks;
    this.#batch = new CandidateBatch((candidate) => this.#signal('candidate', { cam: true, candidate }));
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
    else sendTracks(mediaSlots(this.#pc), tracks);
  }

  receiveDescription(message) {
    return this.#inTurn(() => this.#applyDescription(message));
  }

  receiveCandidates(candidates) {
    return this.#inTurn(async () => {
      for (const candidate of candidates) {
        if (this.held.fits(candidate)) await this.#addCandidate(candidate);
        else this.held.hold(candidate);
      }
    });
  }

  /** The signalling is back: sends again what may have been lost, and restarts ICE if there is no connection. */
  resume() {
    if (this.#pc.signalingState === 'have-local-offer') this.#sendOffer();
    // Before there is anything to restart, this would ask for an offer without media.
    else if (this.hasAnswered && this.state !== 'connected') this.#pc.restartIce();
  }

  close() {
    clearTimeout(this.#disconnectedTimer);
    clearTimeout(this.#resendTimer);
    this.#batch.discard();
    this.#pc.close();
  }

  #open() {
    const pc = this.createConnection();
    pc.onnegotiationneeded = () => this.#makeOffer(pc);
    pc.onicecandidate = ({ candidate }) => candidate?.candidate && this.#batch.add(candidate.toJSON());
    pc.onconnectionstatechange = () => this.#watch(pc.connectionState);
    this.#pc = pc;
  }

  /**
   * Withdraws the very first offer. A rollback would leave its media sections unpaired beside the
   * other side's, and Chromium then asks for negotiation for ever; nothing is lost by starting anew.
   */
  #replaceConnection() {
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

  async #makeOffer(pc) {
    try {
      this.#makingOffer = pc;
      await pc.setLocalDescription();
      if (pc.signalingState !== 'have-local-offer') return;
      this.#offerCount++;
      this.#sendOffer();
    } catch (error) {
      if (pc.signalingState !== 'closed') console.warn(`offer to ${this.userId}`, error);
    } finally {
      if (this.#makingOffer === pc) this.#makingOffer = null;
    }
  }

  #sendOffer(resends = 0) {
    this.#sendDescription(this.#offerCount);
    clearTimeout(this.#resendTimer);
    if (resends === MOST_RESENDS) return;
    this.#resendTimer = setTimeout(() => {
      if (this.#pc.signalingState === 'have-local-offer') this.#sendOffer(resends + 1);
    }, RESEND_MS * 2 ** resends);
  }

  #sendDescription(offer) {
    const { type, sdp } = this.#pc.localDescription;
    this.#signal('sdp', { sdp: { type, sdp }, offer, offered: this.#offerCount });
  }

  #signal(op, fields) {
    this.send(op, { type: 'cam', peer: this.id, to: this.remoteId ?? undefined, ...fields });
  }

  async #applyDescription({ sdp, offer = this.#lastRemoteOffer + 1, offered = 0, peer = null }) {
    // Who answers has withdrawn what it offered before; that offer may still be on its way.
    if (sdp.type === 'answer') this.#lastRemoteOffer = Math.max(this.#lastRemoteOffer, offered);
    if (sdp.type === 'offer' ? !this.#isNewOffer(offer) : !this.#isExpectedAnswer(offer)) return;
    this.remoteId = peer;
    // One that is left aside for ours may come again: should ours never be answered, it is as good as new.
    if (sdp.type === 'offer' && !this.#acceptsOffer()) return;
    if (sdp.type === 'offer') this.#lastRemoteOffer = offer;
    await this.#pc.setRemoteDescription(sdp);
    for (const candidate of this.held.accept(sdp.sdp)) await this.#addCandidate(candidate);
    if (sdp.type === 'offer') await this.#answer(offer);
    this.emit('tracks', this.#remoteTracks());
  }

  /** False when the other side's offer collides with ours and ours stands. */
  #acceptsOffer() {
    // Once our media sections are there, an offer of ours is about to come of them.
    const begun = !this.hasAnswered && mediaSlots(this.#pc).mic !== undefined;
    const collision = begun || this.#makingOffer === this.#pc || this.#pc.signalingState !== 'stable';
    if (collision && !this.polite) return false;
    if (collision && !this.hasAnswered) this.#replaceConnection();
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
  #isExpectedAnswer(offer) {
    const ours = offer === this.#offerCount || this.remoteId === null;
    return ours && this.#pc.signalingState === 'have-local-offer';
  }

  #fillSlots() {
    const slots = mediaSlots(this.#pc);
    const kinds = { mic: 'audio', cam: 'video', screen: 'video' };
    for (const [slot, kind] of Object.entries(kinds)) {
      slots[slot] ??= this.#pc.addTransceiver(kind, { direction: 'sendrecv' });
    }
    sendTracks(slots, this.tracks);
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
    clearTimeout(this.#disconnectedTimer);
    if (state === 'failed') this.#pc.restartIce();
    if (state === 'disconnected') {
      this.#disconnectedTimer = setTimeout(() => this.#pc.restartIce(), DISCONNECTED_MS);
    }
    this.emit('state', state);
  }
}

const connect = (configuration) => new RTCPeerConnection(configuration);
