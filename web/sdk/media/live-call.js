import { Emitter } from '../core/emitter.js';
import { KeepAlive } from '../core/keep-alive.js';

const OF_ROOM = ['changed', 'joined', 'left', 'chat', 'share'];
const OF_TRANSPORT = ['tracks', 'state', 'speaking', 'quality'];

/**
 * What being in a call of either kind has in common: a session that is probed, devices, a transport
 * for the media, and one end. Whoever extends it sets `transport` and `room` on entering, and defines
 * `probe()`, which rejects when the server does not answer, and the rest of a ViewedCall.
 *
 * Events: `ended` ({reason, refusal}), `refused` (MoimError) for what nobody awaits, `muted` when
 * somebody else muted us; and those of its room and its transport, whichever that is by then.
 */
export class LiveCall extends Emitter {
  #offs = [];
  #over = false;

  /** `session` is registered; `media` a LocalMedia. */
  constructor({ session, media }) {
    super();
    this.session = session;
    this.media = media;
    this.keepAlive = new KeepAlive({ probe: (options) => this.probe(options), onDead: () => session.giveUpSocket() });
  }

  get isOver() {
    return this.#over;
  }

  checkConnection(options) {
    return this.keepAlive.check(options);
  }

  /** Takes the listeners of a call that has begun; closing takes them away. */
  listen(...offs) {
    this.#offs.push(...offs);
  }

  /** Lets whoever listens to the call hear its room. */
  showRoom() {
    this.listen(...OF_ROOM.map((type) => this.room.on(type, (detail) => this.emit(type, detail))));
  }

  showTransport() {
    this.listen(...OF_TRANSPORT.map((type) => this.transport.on(type, (detail) => this.emit(type, detail))));
  }

  /** Mutes our microphone because somebody else asked for it, and tells everybody. */
  async obeyMute() {
    this.emit('muted');
    await this.media.setMic(false);
    await this.tellMedia();
  }

  /** Entering failed on the way: leaves nothing running, and nobody is told of an end. */
  abandon() {
    this.#over = true;
    this.close();
  }

  /** Once: the news that the call has ended may overtake the reply that ended it. */
  end(reason, refusal) {
    if (this.#over) return;
    this.#over = true;
    this.close();
    this.emit('ended', { reason, refusal });
  }

  close() {
    this.keepAlive.stop();
    for (const off of this.#offs.splice(0)) off();
    this.transport?.close();
    this.media.setScreen(null);
  }
}
