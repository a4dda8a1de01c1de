import { Emitter } from '../core/emitter.js';
import { Conference } from '../media/livekit/conference.js';

const CONNECT_MS = 20_000;

/**
 * Media of a room with a media server.
 *
 * Events: `arrived` ({userId, slot, track}) and `gone` ({userId, slot}).
 */
export class GroupMedia extends Emitter {
  #sent = {};
  #received = new Map();

  /** `pass` is what `joinRoom` answered: {url, token}. */
  static async open(pass) {
    return new GroupMedia(await Conference.open(pass));
  }

  constructor(conference) {
    super();
    this.conference = conference;
    conference.on('tracks', ({ userId, tracks }) => this.#compare(userId, tracks));
    conference.start();
  }

  /** There are none from browser to browser. */
  get connections() {
    return {};
  }

  /** Whether the server takes these tracks, besides those that it has already. */
  async publish(tracks) {
    this.#sent = { ...this.#sent, ...tracks };
    if (!(await this.#connected())) return false;
    await this.conference.setTracks({ ...this.#sent });
    return true;
  }

  change(tracks) {
    this.#sent = { ...this.#sent, ...tracks };
    this.conference.setTracks({ ...this.#sent });
  }

  receive() {}

  forget() {}

  drop(userId) {
    this.#received.delete(userId);
  }

  resume(pass) {
    this.conference.renew(pass);
  }

  close() {
    this.conference.close();
  }

  #compare(userId, tracks) {
    const before = this.#received.get(userId) ?? {};
    this.#received.set(userId, tracks);
    for (const slot of ['mic', 'cam', 'screen']) {
      if (before[slot] === tracks[slot]) continue;
      if (tracks[slot]) this.emit('arrived', { userId, slot, track: tracks[slot] });
      else this.emit('gone', { userId, slot });
    }
  }

  #connected() {
    const { conference } = this;
    if (conference.ownState === 'connected') return true;
    return new Promise((resolve) => {
      const done = (connected) => {
        off();
        clearTimeout(timer);
        resolve(connected);
      };
      const off = conference.on('state', () => conference.ownState === 'connected' && done(true));
      const timer = setTimeout(() => done(false), CONNECT_MS);
    });
  }
}
