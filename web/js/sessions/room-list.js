import { el } from '../shared/dom.js';
import { placeholder, say } from '../shared/i18n.js';
import { RoomCard } from './room-card.js';

/** Every open room, newest first. Cards stay the same nodes while they change, so nothing jumps under a reader. */
export class RoomList {
  #cards = new Map();

  constructor() {
    this.filter = el('input', { class: 'input', type: 'search', label: 'sessions.filter', on: { input: () => this.#refilter() } });
    placeholder(this.filter, 'sessions.filterPlaceholder');
    this.empty = el('p', { class: 'empty soft', say: 'sessions.loading' });
    this.list = el('ul', { class: 'rooms' });
    const head = el('div', { class: 'section-head' }, el('h2', { say: 'sessions.rooms' }), this.filter);
    this.element = el('section', { class: 'section' }, head, this.empty, this.list);
  }

  show(sessions) {
    const open = new Set(sessions.map(({ sessionId }) => sessionId));
    for (const [id, card] of this.#cards) if (!open.has(id)) this.#remove(id, card);
    sessions.forEach((session, place) => this.#card(session, place).show(session));
    this.#refilter();
  }

  #card({ sessionId }, place) {
    if (!this.#cards.has(sessionId)) {
      const card = new RoomCard();
      this.#cards.set(sessionId, card);
      this.list.insertBefore(card.element, this.list.children[place] ?? null);
    }
    return this.#cards.get(sessionId);
  }

  #remove(id, card) {
    card.element.remove();
    this.#cards.delete(id);
  }

  #refilter() {
    const words = this.filter.value.toLowerCase().split(/\s+/);
    const cards = [...this.#cards.values()];
    for (const card of cards) card.element.hidden = !words.every((word) => card.text.includes(word));
    this.empty.hidden = cards.some(({ element }) => !element.hidden);
    say(this.empty, cards.length ? 'sessions.noMatch' : 'sessions.none');
  }
}
