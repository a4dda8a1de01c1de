/** Runs in a page: sides of calls that are set up with the SDK. */
import { Call, LocalMedia, NoAnswer, Session } from '/sdk/moim.min.js';

const SMALL = { width: 160, height: 120, frameRate: 10 };
const LOOK_MS = 100;
const BETWEEN_CHATS_MS = 150;

const camera = navigator.mediaDevices.getUserMedia({ audio: true, video: SMALL });
const sides = new Map();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Side {
  heard = [];
  problems = [];
  log = [];
  startedAt = Date.now();

  constructor({ userId, license, url, says, expects }) {
    Object.assign(this, { userId, license, says, expects });
    this.session = new Session({ url });
    this.session.on('frame', (frame) => this.#note(frame));
    const media = new LocalMedia();
    this.call = new Call({ session: this.session, media });
    this.ready = camera.then((stream) => media.use(stream));
    this.call.on('chat', ({ message }) => this.heard.push(message));
    this.call.on('ended', ({ reason, refusal }) => reason !== 'left' && this.problems.push(`ended: ${reason} ${refusal ?? ''}`));
    this.call.on('refused', (refusal) => this.problems.push(String(refusal)));
  }

  /** Registers, opens a room if there is none, and enters; talks as soon as the other one is there. */
  async enter(given) {
    await this.ready;
    await this.session.start({ ...this.license, userId: this.userId, name: this.userId });
    this.call.on('joined', ({ id }) => id !== this.userId && this.#talk());
    const roomId = given ?? (await this.call.create({ capacity: 2 }));
    await this.call.join(roomId);
    return roomId;
  }

  /** What a failure is understood by. */
  #note({ direction, text }) {
    const { eventOp, type, code, rev, sdp, offer, offered, peer, to, candidate } = JSON.parse(text);
    const facts = { code, type, rev, sdp: sdp?.type, lines: sdp?.sdp.match(/^m=/gm)?.length, offer, offered, peer, to, candidates: candidate?.length };
    this.log.push(`${Date.now() - this.startedAt} ${direction} ${eventOp} ${JSON.stringify(facts)}`);
  }

  /** Once, however often somebody joins: what a lost socket swallowed is said again. */
  async #talk() {
    if (this.talking) return;
    this.talking = true;
    for (const text of this.says) {
      await this.#say(text).catch((error) => this.problems.push(String(error)));
      await pause(BETWEEN_CHATS_MS);
    }
  }

  async #say(text) {
    try {
      await this.call.chat(text);
    } catch (failure) {
      if (!(failure instanceof NoAnswer)) throw failure;
      await this.session.ready();
      await this.#say(text);
    }
  }

  /** Waits until pictures of the other side are decoded and all it said is heard, at most so long. */
  async outcome(withinMs) {
    const end = Date.now() + withinMs;
    let frames = 0;
    while (((frames = await this.#framesDecoded()) === 0 || !this.#heardAll()) && Date.now() < end && this.problems.length === 0) await pause(LOOK_MS);
    const { heard, problems, log } = this;
    return { userId: this.userId, frames, log, heard, missing: this.expects.filter((text) => !heard.includes(text)), problems, ms: Date.now() - this.startedAt };
  }

  #heardAll() {
    return this.expects.every((text) => this.heard.includes(text));
  }

  /** Of the picture that a player shows: what arrives is not yet what is decoded. */
  async #framesDecoded() {
    const [other] = this.call.room?.others ?? [];
    const { cam } = other ? this.call.transport.tracksOf(other.id) : {};
    if (!cam) return 0;
    if (!this.player) this.player = Object.assign(document.createElement('video'), { muted: true, autoplay: true });
    if (this.player.srcObject?.getVideoTracks()[0] !== cam) this.player.srcObject = new MediaStream([cam]);
    return this.player.getVideoPlaybackQuality().totalVideoFrames;
  }

  async leave() {
    await this.call.leave();
    if (this.player) this.player.srcObject = null;
  }
}

window.sides = {
  enter(name, terms, roomId) {
    sides.set(name, new Side(terms));
    return sides.get(name).enter(roomId);
  },
  /** Whether it is registered, and asks for its seat. */
  isEntering: (name) => sides.get(name)?.call.room !== undefined,
  outcome: (name, withinMs) => sides.get(name).outcome(withinMs),
  async leave(name) {
    await sides.get(name).leave();
    sides.delete(name);
  },
};
