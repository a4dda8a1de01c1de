import { mediaPhrase } from '../shared/refusal.js';
import { el, icon } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { devicesDialog } from '../widgets/devices-dialog.js';
import { mediaButton } from '../widgets/media-button.js';

/** Our own picture before the call, with the switches for microphone and camera. */
export class Preview {
  #off = () => {};

  constructor(media) {
    this.media = media;
    this.video = el('video', { muted: true, autoplay: true, playsInline: true, label: 'lobby.preview' });
    this.offMessage = el('span', { say: 'lobby.cameraOff' });
    this.off = el('div', { class: 'preview-off' }, icon('cam-off'), this.offMessage);
    this.mic = mediaButton('mic', (on) => media.setMic(on));
    this.cam = mediaButton('cam', (on) => media.setCam(on));
    const devices = el('button', { class: 'control', type: 'button', label: 'control.devices', on: { click: () => devicesDialog({ media }) } }, icon('devices'));
    this.note = el('p', { class: 'preview-note', attrs: { role: 'status' } });
    const frame = el('div', { class: 'preview' }, this.video, this.off,
      el('div', { class: 'preview-controls' }, this.mic.element, this.cam.element, devices));
    this.element = el('div', {}, frame, this.note);
  }

  async open() {
    this.#off = this.media.on('changed', () => this.#show());
    this.#show();
    if (this.media.tracks.mic || this.media.tracks.cam) return;
    const failure = await this.media.open();
    if (failure) say(this.note, mediaPhrase(failure));
  }

  close() {
    this.#off();
  }

  #show() {
    const { cam } = this.media.tracks;
    this.video.srcObject = cam ? new MediaStream([cam]) : null;
    this.off.hidden = cam !== null;
    this.mic.show(this.media.micOn);
    this.cam.show(this.media.camOn);
  }
}
