/** A picture is worth waiting for, so long; a voice without one is shown then. */
const PICTURE_MS = 1_000;

const typeOf = (slot) => (slot === 'screen' ? 'screen' : 'cam');

/**
 * What arrives from everybody: one stream for a camera and its microphone, one for a screen. A stream stays the same object
 * while tracks come and go in it, so a page sets it on its player once. `onReady(userId, type)` hears of each that has
 * something to show.
 */
export class Streams {
  #streams = new Map();
  #timers = new Map();

  constructor(onReady) {
    this.onReady = onReady;
  }

  get(userId, type) {
    const known = this.#streams.get(key(userId, type));
    return known?.ready ? known.stream : undefined;
  }

  /** {userId: stream} of the cameras. */
  get all() {
    const ready = [...this.#streams.values()].filter(({ ready: shown, type }) => shown && type === 'cam');
    return Object.fromEntries(ready.map(({ userId, stream }) => [userId, stream]));
  }

  get screen() {
    return [...this.#streams.values()].find(({ type, ready }) => type === 'screen' && ready)?.stream;
  }

  add(userId, slot, track) {
    const type = typeOf(slot);
    const name = key(userId, type);
    const entry = this.#streams.get(name) ?? { userId, type, stream: new MediaStream(), ready: false };
    this.#streams.set(name, entry);
    for (const old of entry.stream.getTracks()) if (old.kind === track.kind && old !== track) entry.stream.removeTrack(old);
    entry.stream.addTrack(track);
    if (entry.ready) return;
    if (slot !== 'mic') this.#show(entry);
    else this.#timers.set(name, setTimeout(() => this.#show(entry), PICTURE_MS));
  }

  /** A track is no longer sent; a stream without any is gone. */
  remove(userId, slot) {
    const name = key(userId, typeOf(slot));
    const entry = this.#streams.get(name);
    const kind = slot === 'mic' ? 'audio' : 'video';
    for (const track of entry?.stream.getTracks() ?? []) if (track.kind === kind) entry.stream.removeTrack(track);
    if (entry && entry.stream.getTracks().length === 0) this.#forget(name);
  }

  removeAll(userId) {
    for (const type of ['cam', 'screen']) this.#forget(key(userId, type));
  }

  clear() {
    for (const name of [...this.#streams.keys()]) this.#forget(name);
  }

  #show(entry) {
    const name = key(entry.userId, entry.type);
    clearTimeout(this.#timers.get(name));
    if (entry.ready || this.#streams.get(name) !== entry) return;
    entry.ready = true;
    this.onReady(entry.userId, entry.type);
  }

  #forget(name) {
    clearTimeout(this.#timers.get(name));
    this.#streams.delete(name);
  }
}

const key = (userId, type) => `${type} ${userId}`;
