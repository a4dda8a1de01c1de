import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { initials } from '../widgets/avatar.js';

/** The rooms one takes part in, with what is unread in each. */
export class RoomList {
  #shown = '';

  constructor() {
    this.empty = el('p', { class: 'empty soft', say: 'talk.loading' });
    this.list = el('ul', { class: 'chat-rooms' });
    this.element = el('nav', { class: 'chat-list', label: 'talk.rooms' }, el('h2', { say: 'talk.rooms' }), this.empty, this.list);
    this.element.removeAttribute('title');
  }

  /** `openId` is the room that is looked at: whatever comes there is read. */
  show(rooms, openId) {
    const seen = JSON.stringify([rooms, openId]);
    if (seen === this.#shown) return;
    this.#shown = seen;
    say(this.empty, 'talk.none');
    this.empty.hidden = rooms.length > 0;
    const focused = document.activeElement?.closest?.('.chat-list a')?.getAttribute('href');
    this.list.replaceChildren(...rooms.map((room) => this.#item(room, String(room.roomId) === openId)));
    if (focused) this.list.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }

  #item({ roomId, meetingTitle, meetingThumbnail, lastMessage, unreadMessagesCount }, isOpen) {
    const picture = meetingThumbnail
      ? el('img', { class: 'room-picture', src: meetingThumbnail, alt: '', width: 44, height: 44 })
      : el('span', { class: 'avatar room-picture', text: initials(meetingTitle), attrs: { 'aria-hidden': 'true' } });
    const what = el('span', { class: 'room-what' }, el('strong', { text: meetingTitle }), el('span', { class: 'soft small room-last', text: lastMessage ?? '' }));
    const link = el('a', { href: `#room=${roomId}` }, picture, what, isOpen ? null : unread(unreadMessagesCount));
    if (isOpen) link.setAttribute('aria-current', 'page');
    return el('li', {}, link);
  }
}

/** Nobody counts for somebody who has never looked. */
function unread(count) {
  if (count === null || count === undefined) return el('span', { class: 'tag', say: 'talk.new' });
  if (count === 0) return null;
  return el('span', { class: 'badge' }, el('span', { text: String(count) }), el('span', { class: 'visually-hidden', say: 'talk.unread' }));
}
