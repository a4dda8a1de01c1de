import { el } from '../shared/dom.js';
import { dateTime, number } from '../shared/format.js';
import { moment, phrasesOf } from './kinds.js';

export const link = (id) => `#meeting=${id}`;

/** What one sees of a meeting before opening it. `note` is an element that says more, such as a state. */
export function meetingCard({ id, meeting, note = null }) {
  const { title, thumbnail, distance, category } = meeting;
  const picture = thumbnail ? el('img', { class: 'meeting-picture', src: thumbnail, alt: '', loading: 'lazy', width: 72, height: 72 }) : null;
  const away = distance === undefined || distance === null ? null : el('span', { class: 'tag', say: ['meetings.km', { km: kilometres(distance) }] });
  const head = el('div', { class: 'card-head' }, el('h3', {}, el('a', { href: link(id), text: title })), away, note);
  return el('li', { class: 'card meeting-card' }, picture, el('div', { class: 'meeting-facts' }, head, facts(meeting), kinds(category)));
}

export function facts({ meetingDateTime, address, approvedCount, maxCount }) {
  const when = el('time', { dateTime: `${meetingDateTime}+09:00`, text: dateTime(moment(meetingDateTime)) });
  const seats = el('span', { say: ['meetings.seats', { taken: approvedCount, all: maxCount }] });
  return el('p', { class: 'soft meeting-line' }, when, el('span', { text: address }), seats);
}

export const kinds = (categories) =>
  el('ul', { class: 'chips' }, ...phrasesOf(categories).map((key) => el('li', { class: 'tag', say: key })));

export const kilometres = (km) => number(km, { maximumFractionDigits: km < 10 ? 1 : 0 });
