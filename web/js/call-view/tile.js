import { el, icon, setIcon } from '../shared/dom.js';
import { knows, label, say } from '../shared/i18n.js';
import { avatar } from '../widgets/avatar.js';

const TROUBLE = new Set(['new', 'connecting', 'disconnected', 'failed']);

/** One person on the stage: picture or initials, name, and what is the matter with the connection. */
export class Tile {
  #shown = '';

  constructor({ member, self }) {
    this.self = self;
    this.video = el('video', { autoplay: true, playsInline: true, muted: self });
    this.face = el('span');
    this.name = el('span', { class: 'name' });
    this.crown = el('span', { hidden: true, label: 'call.host', attrs: { role: 'img' } }, icon('crown'));
    this.silent = el('span', { hidden: true, label: 'call.micMuted', attrs: { role: 'img' } }, icon('mic-off'));
    this.quality = el('span', { hidden: true, attrs: { role: 'img' } }, icon('signal-excellent'));
    this.note = el('p', { class: 'tile-note', hidden: true });
    this.element = el('article', { class: self ? 'tile tile-self' : 'tile' }, this.video, this.face, this.note,
      el('p', { class: 'tile-label' }, this.crown, this.name, this.silent, this.quality));
    this.element.dataset.user = member.id;
  }

  show(member, { host, state }) {
    this.video.hidden = member.video === false;
    this.face.replaceChildren(...(member.video === false ? [avatar(member)] : []));
    this.name.textContent = member.name || member.id;
    if (this.self) this.name.append(' (', el('span', { say: 'call.you' }), ')');
    this.crown.hidden = member.id !== host;
    this.silent.hidden = member.audio !== false;
    this.note.hidden = !TROUBLE.has(state);
    if (!this.note.hidden) say(this.note, `peer.${state}`);
  }

  speak(speaking) {
    this.element.classList.toggle('tile-speaking', speaking);
  }

  /** How well this person's connection carries: `excellent`, `good`, `poor`, `lost`; else nothing is known. */
  rate(quality) {
    this.quality.hidden = !knows(`quality.${quality}`);
    if (this.quality.hidden) return;
    setIcon(this.quality, `signal-${quality}`);
    this.quality.dataset.quality = quality;
    label(this.quality, `quality.${quality}`);
  }

  /** Plays the sound on this device, where the browser lets a page choose. */
  hearOn(deviceId = '') {
    if (this.video.setSinkId && this.video.sinkId !== deviceId) this.video.setSinkId(deviceId).catch(() => {});
  }

  /** Plays these tracks; the same ones again disturb nothing. */
  play(...tracks) {
    const live = tracks.filter(Boolean);
    const key = live.map(({ id }) => id).join();
    if (key === this.#shown) return;
    this.#shown = key;
    this.video.srcObject = live.length ? new MediaStream(live) : null;
  }
}
