import { byId, el, icon } from '../shared/dom.js';
import { say } from '../shared/i18n.js';

/** The room in the top bar: title, code, and its link to copy. */
export class RoomHeading {
  constructor({ room, notices }) {
    this.room = room;
    this.notices = notices;
    this.title = el('h1');
    const copy = el('button', { class: 'button-icon', type: 'button', label: 'call.copyLink', on: { click: () => this.copyLink() } }, icon('link'));
    byId('room-heading').replaceChildren(this.title, el('code', { text: room.roomId }), copy);
    room.on('changed', () => this.show());
    this.show();
  }

  show() {
    if (this.room.title) this.title.textContent = this.room.title;
    else say(this.title, 'call.untitled');
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.notices.tell('call.copied');
    } catch {
      this.notices.warn('call.copyFailed');
    }
  }
}
