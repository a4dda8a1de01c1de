import { Emitter } from '../shared/emitter.js';

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
  async open() {
    if (await this.#take({ audio: MICROPHONE, video: CAMERA }) === null) return null;
    await this.#take({ audio: MICROPHONE });
    return this.#take({ video: CAMERA });
  }

  async setMic(on) {
    if (this.tracks.mic) this.tracks.mic.enabled = on;
    else if (on) await this.#take({ audio: MICROPHONE });
    this.#changed();
  }

  async setCam(on) {
    if (!on) this.#release('cam');
    else if (!this.tracks.cam) await this.#take({ video: CAMERA });
    this.#changed();
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

  async #take(constraints) {
    try {
      const stream = await this.devices().getUserMedia(constraints);
      for (const track of stream.getTracks()) this.#adopt(track);
      this.#changed();
      return null;
    } catch (error) {
      return error;
    }
  }

  #adopt(track) {
    const slot = track.kind === 'audio' ? 'mic' : 'cam';
    this.tracks[slot] = track;
    // An unplugged device ends its track.
    track.onended = () => {
      this.tracks[slot] = null;
      this.#changed();
    };
  }

  #release(slot) {
    this.tracks[slot]?.stop();
    this.tracks[slot] = null;
  }

  #changed() {
    this.emit('changed', this.tracks);
  }
}
