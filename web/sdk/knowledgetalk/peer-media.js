import { Emitter } from '../core/emitter.js';
import { Mesh } from '../media/mesh.js';
import { Peer } from '../media/peer.js';

const LOOK_MS = 200;
/** So long pictures may be under way of what is sent no more. */
const LATE_MS = 1_000;

/**
 * Media from browser to browser, to whom the page publishes and from who publishes to us: a link to each, over which
 * microphone, camera and screen have their places from the start.
 *
 * Events: `arrived` ({userId, slot, track}) once something comes in a place.
 */
export class PeerMedia extends Emitter {
  #links = new Map();

  /** `session` is registered and in the room. */
  constructor({ session, roomId }) {
    super();
    this.session = session;
    this.roomId = roomId;
  }

  /** {userId: RTCPeerConnection} */
  get connections() {
    return Object.fromEntries([...this.#links].map(([userId, { connection }]) => [userId, connection]));
  }

  get users() {
    return [...this.#links.keys()];
  }

  /** Sends these tracks to one user, besides what is sent already; both sides may do so at once. */
  publish(userId, tracks) {
    const link = this.#link(userId);
    link.sent = { ...link.sent, ...tracks };
    link.mesh.setTracks(link.sent);
    link.mesh.add(userId, { offering: true });
  }

  /** The same to everybody to whom we publish. */
  change(tracks) {
    for (const userId of this.users) {
      const link = this.#link(userId);
      link.sent = { ...link.sent, ...tracks };
      link.mesh.setTracks(link.sent);
    }
  }

  /** A description or a candidate. */
  receive(message) {
    const userId = message.sender ?? message.user;
    if (userId && userId !== this.session.userId) this.#link(userId).mesh.receive(message);
  }

  /** Nothing is sent in this place any more; what comes after that is another arrival. */
  forget(userId, slot) {
    const link = this.#links.get(userId);
    if (!link) return;
    link.until[slot] = Date.now() + LATE_MS;
    link.here.delete(slot);
    this.#look(userId, link);
  }

  drop(userId) {
    const link = this.#links.get(userId);
    if (!link) return;
    this.#links.delete(userId);
    clearTimeout(link.timer);
    link.mesh.close();
  }

  resume() {
    for (const { mesh } of this.#links.values()) mesh.resume();
  }

  close() {
    for (const userId of this.users) this.drop(userId);
  }

  #link(userId) {
    const known = this.#links.get(userId);
    if (known) return known;
    const link = { sent: {}, remote: {}, here: new Set(), before: {}, until: {}, connection: null, timer: null };
    link.mesh = new Mesh({
      selfId: this.session.userId,
      iceServers: this.session.iceServers,
      send: (op, fields) => this.session.send(op, { roomId: this.roomId, ...fields }),
      createPeer: (terms) => new Peer({ ...terms, createConnection: (how) => (link.connection = new RTCPeerConnection(how)) }),
    });
    link.mesh.on('tracks', ({ tracks }) => this.#expect(userId, link, tracks));
    this.#links.set(userId, link);
    return link;
  }

  #expect(userId, link, tracks) {
    for (const [slot, track] of Object.entries(tracks)) {
      if (link.remote[slot] === track) continue;
      link.here.delete(slot);
      link.before[slot] = 0;
    }
    link.remote = tracks;
    this.#look(userId, link);
  }

  /** Each place has a track, whether anybody sends in it or not: what has come tells. */
  async #look(userId, link) {
    clearTimeout(link.timer);
    for (const [slot, track] of Object.entries(link.remote)) {
      if (link.here.has(slot) || !(await hasCome(link, slot)) || link.here.has(slot)) continue;
      link.here.add(slot);
      this.emit('arrived', { userId, slot, track });
    }
    clearTimeout(link.timer);
    const complete = Object.keys(link.remote).every((slot) => link.here.has(slot));
    if (!complete && this.#links.get(userId) === link) link.timer = setTimeout(() => this.#look(userId, link), LOOK_MS);
  }
}

async function hasCome(link, slot) {
  const count = await received(link, slot);
  if (Date.now() < (link.until[slot] ?? 0)) link.before[slot] = count;
  return count > (link.before[slot] ?? 0);
}

/** How many pictures have come in a place, or packets of a voice: packets that find out the bandwidth come in any. */
async function received({ connection, remote }, slot) {
  const receiver = connection?.getReceivers().find(({ track }) => track === remote[slot]);
  const reports = receiver ? [...(await receiver.getStats()).values()] : [];
  const { kind, packetsReceived = 0, framesReceived = 0 } = reports.find(({ type }) => type === 'inbound-rtp') ?? {};
  return kind === 'video' ? framesReceived : packetsReceived;
}
