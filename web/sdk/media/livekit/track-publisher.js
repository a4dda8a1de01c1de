import { SOURCES } from './sources.js';

/**
 * Publishes to LiveKit what LocalMedia captures: one change after the other,
 * as each of them negotiates, and always towards what is wanted by then.
 */
export class TrackPublisher {
  #sent = {};
  #wanted = {};
  #work = Promise.resolve();

  /** `onFailed` hears of a track that could not be published. */
  constructor({ participant, onFailed }) {
    this.participant = participant;
    this.onFailed = onFailed;
  }

  /** True when the microphone is silent because we said so, not because the server did. */
  get isMutedByUs() {
    return this.#sent.mic?.muted === true;
  }

  set(tracks) {
    this.#wanted = { ...tracks };
    this.#work = this.#work.then(() => this.#settle());
    return this.#work;
  }

  /** The server has ended it: what is wanted then is published anew. */
  forget(publication) {
    for (const [slot, sent] of Object.entries(this.#sent)) if (sent.publication === publication) delete this.#sent[slot];
  }

  async #settle() {
    for (const slot of Object.keys(SOURCES)) {
      try {
        await this.#bring(slot, this.#wanted[slot] ?? null);
      } catch (error) {
        this.onFailed(error);
      }
    }
  }

  async #bring(slot, wanted) {
    const sent = this.#sent[slot];
    if (sent && !wanted) await this.#unpublish(slot);
    else if (wanted && !sent) await this.#publish(slot, wanted);
    else if (wanted && sent.track !== wanted) await this.#replace(sent, wanted);
    if (slot === 'mic' && wanted) await this.#setMuted(this.#sent.mic, wanted);
  }

  async #publish(slot, track) {
    const publication = await this.participant.publishTrack(track, { source: SOURCES[slot], stopMicTrackOnMute: false });
    this.#sent[slot] = { track, publication, muted: false };
  }

  async #unpublish(slot) {
    const { publication } = this.#sent[slot];
    delete this.#sent[slot];
    // The capture is LocalMedia's to stop.
    await this.participant.unpublishTrack(publication.track, false);
  }

  async #replace(sent, track) {
    sent.track = track;
    await sent.publication.track.replaceTrack(track, true);
  }

  /** Said to the server as well: it then neither forwards silence nor takes noise for speech. */
  async #setMuted(sent, { enabled }) {
    if (sent.publication.isMuted === !enabled) return;
    sent.muted = !enabled;
    await (enabled ? sent.publication.unmute() : sent.publication.mute());
  }
}
