import { Emitter } from '../core/emitter.js';

const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { max: 30 }, facingMode: 'user' };
const MICROPHONE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * Our microphone, camera and screen. A camera that is off is released, so that its light goes out; a
 * muted microphone only falls silent, so that unmuting is instant.
 *
 * Events: `changed` (tracks), `screenEnded` when the browser's own bar stopped the sharing.
 */
export class LocalMedia extends Emitter {
  tracks = { mic: null, cam: null, screen: null };
  /** Ids of the devices somebody picked; without one the browser decides. `speaker` is for the pages' players. */
  chosen = { mic: undefined, cam: undefined, speaker: undefined };
  /** What was captured elsewhere: it is sent like our own, but not ours to stop. */
  #given = {};

  constructor(devices = () => navigator.mediaDevices) {
    super();
    this.devices = devices;
  }

  get micOn() {
    return this.tracks.mic?.enabled === true;
  }

  get camOn() {
    return this.tracks.cam !== null;
  }

  /** Asks for both in one prompt; with only one of the two devices, takes that one. Answers the last failure. */
  async open({ mic = true, cam = true } = {}) {
    if (mic && cam && (await this.#take('mic', 'cam')) === null) return null;
    const failure = mic ? await this.#take('mic') : null;
    return cam ? this.#take('cam') : failure;
  }

  /** Sends tracks that were captured elsewhere instead of devices of ours. */
  use(stream) {
    for (const track of stream.getTracks()) {
      const slot = slotOf(track);
      this.#release(slot);
      this.#given[slot] = track;
      this.tracks[slot] = track;
    }
    this.#changed();
  }

  async setMic(on) {
    if (this.tracks.mic) this.tracks.mic.enabled = on;
    else if (on) await this.#take('mic');
    this.#changed();
  }

  async setCam(on) {
    if (!on) this.#release('cam');
    else if (this.#given.cam) this.tracks.cam = this.#given.cam;
    else if (!this.tracks.cam) await this.#take('cam');
    this.#changed();
  }

  /** Uses this device from now on; answers the failure if it cannot be opened, and then changes nothing. */
  async choose(kind, deviceId) {
    const before = this.chosen[kind];
    this.chosen[kind] = deviceId;
    const failure = this.tracks[kind] ? await this.#take(kind) : null;
    if (failure) this.chosen[kind] = before;
    this.#changed();
    return failure;
  }

  /** Rejects when the user picks nothing. */
  async pickScreen() {
    const stream = await this.devices().getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false });
    return stream.getVideoTracks()[0];
  }

  setScreen(track) {
    if (this.tracks.screen && this.tracks.screen !== track) this.tracks.screen.stop();
    this.tracks.screen = track;
    if (track) {
      track.contentHint = 'detail';
      track.onended = () => this.emit('screenEnded');
    }
    this.#changed();
  }

  close() {
    for (const slot of Object.keys(this.tracks)) this.#release(slot);
    this.#changed();
  }

  async #take(...slots) {
    try {
      // Pages that are not served securely have no devices at all.
      if (!this.devices()) return { name: 'NotFoundError' };
      const stream = await this.devices().getUserMedia(this.#constraints(slots));
      for (const track of stream.getTracks()) this.#adopt(track);
      this.#changed();
      return null;
    } catch (error) {
      return error;
    }
  }

  #constraints(slots) {
    const wanted = {};
    if (slots.includes('mic')) wanted.audio = { ...MICROPHONE, ...exactly(this.chosen.mic) };
    if (slots.includes('cam')) wanted.video = { ...CAMERA, ...exactly(this.chosen.cam) };
    return wanted;
  }

  #adopt(track) {
    const slot = slotOf(track);
    const before = this.tracks[slot];
    // Another microphone must not open one that was muted.
    if (before) track.enabled = before.enabled;
    this.#release(slot);
    this.tracks[slot] = track;
    // An unplugged device ends its track.
    track.onended = () => {
      this.tracks[slot] = null;
      this.#changed();
    };
  }

  #release(slot) {
    if (this.tracks[slot] !== this.#given[slot]) this.tracks[slot]?.stop();
    this.tracks[slot] = null;
  }

  #changed() {
    this.emit('changed', this.tracks);
  }
}

const slotOf = ({ kind }) => (kind === 'audio' ? 'mic' : 'cam');
const exactly = (deviceId) => (deviceId ? { deviceId: { exact: deviceId } } : {});
