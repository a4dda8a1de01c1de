import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { segments } from '../widgets/fields.js';
import { DotMap } from './dot-map.js';
import { kilometres, link, meetingCard } from './meeting-card.js';
import { keepPlace, keptPlace, ownPlace } from './place.js';
import { SearchBox } from './search-box.js';
/** @import { MeetingClient } from '../../sdk/moim.js' */

const ORDERS = { date: 'meetings.soonest', place: 'meetings.nearest' };

/** Meetings that one can apply for: a list by date, or the nearest first with a map of them. */
export class LookAround {
  #order = 'date';
  #here = keptPlace();
  #meetings = [];
  #cursor = null;
  /** Which question was asked last: answers to earlier ones come too late. */
  #asked = 0;

  /**
   * `act(work)` runs something and tells refusals.
   * @param {{client: MeetingClient, act: any, notices: any}} parts
   */
  constructor({ client, act, notices }) {
    this.client = client;
    this.act = act;
    this.notices = notices;
    this.search = new SearchBox(() => this.load());
    this.orders = segments('meetings.order', ORDERS, (order) => this.#orderBy(order));
    this.map = new DotMap({ label: 'meetings.map', onPlace: (place) => this.#moveTo(place) });
    const mine = el('button', { class: 'button button-small', type: 'button', say: 'meetings.whereIAm', on: { click: () => this.#findMe() } });
    this.near = el('section', { class: 'section', hidden: true },
      el('div', { class: 'section-head' }, el('p', { class: 'soft', say: 'meetings.mapLead' }), mine), this.map.element);
    this.empty = el('p', { class: 'empty soft', say: 'sessions.loading' });
    this.list = el('ul', { class: 'cards' });
    this.more = el('button', { class: 'button', type: 'button', say: 'meetings.more', hidden: true, on: { click: () => this.#load(this.#cursor) } });
    const make = el('a', { class: 'button button-primary', href: '#new', say: 'meetings.make' });
    const mineLink = el('a', { class: 'button', href: '#mine', say: 'meetings.mine' });
    const head = el('div', { class: 'page-head' }, el('h1', { say: 'meetings.title' }), el('div', { class: 'chips' }, mineLink, make));
    this.element = el('div', { class: 'page' }, head, this.search.element, this.orders.element, this.near, this.empty, this.list, this.more);
    this.orders.choose(this.#order);
  }

  open() {
    return this.load();
  }

  load() {
    return this.#load(null);
  }

  #load(cursor) {
    const question = ++this.#asked;
    const here = this.#order === 'place' ? this.#here : undefined;
    return this.act(async () => {
      const answer = await this.client.find({ ...this.search.wanted, here, cursor });
      if (question !== this.#asked) return;
      this.#meetings = cursor ? [...this.#meetings, ...answer.meetings] : answer.meetings;
      this.#cursor = answer.cursor;
      this.#show();
    });
  }

  #show() {
    say(this.empty, 'meetings.none');
    this.empty.hidden = this.#meetings.length > 0;
    this.more.hidden = !this.#cursor;
    this.list.replaceChildren(...this.#meetings.map((meeting) => meetingCard({ id: meeting.id, meeting })));
    if (this.near.hidden) return;
    this.map.show(this.#here, this.#meetings.map((meeting) => ({
      place: meeting, href: link(meeting.id), title: `${meeting.title}, ${kilometres(meeting.distance ?? 0)} km`,
    })));
  }

  #orderBy(order) {
    this.#order = order;
    this.near.hidden = order !== 'place';
    return this.load();
  }

  #moveTo(place) {
    this.#here = place;
    keepPlace(place);
    return this.load();
  }

  async #findMe() {
    const place = await ownPlace();
    if (place) await this.#moveTo(place);
    else this.notices.warn('meetings.noPlace');
  }
}
