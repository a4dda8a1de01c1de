import { el } from '../shared/dom.js';
import { onLanguage, say } from '../shared/i18n.js';
import { dateTime, number } from '../shared/format.js';
import { figure } from '../widgets/figure.js';

/** What a license uses, in figures. */
export class UsageCards {
  #info = null;

  constructor() {
    this.rooms = figure('sessions.roomsOpen');
    this.people = figure('sessions.people');
    this.peak = figure('sessions.peak');
    this.license = figure('sessions.license');
    this.meter = el('meter', { min: 0, max: 1, value: 0, label: 'sessions.used' });
    this.meter.removeAttribute('title');
    this.rooms.element.append(el('dd', {}, this.meter));
    this.element = el('dl', { class: 'figures' }, ...[this.rooms, this.people, this.peak, this.license].map(({ element }) => element));
    this.close = onLanguage(() => this.#info && this.describe(this.#info));
  }

  describe(info) {
    this.#info = info;
    const { roomLimit, enabled, createdAt, usage } = info;
    Object.assign(this.meter, { max: roomLimit, high: roomLimit * 0.8, optimum: 0 });
    say(this.rooms.note, 'sessions.ofLimit', { limit: number(roomLimit) });
    this.peak.value.textContent = number(usage?.peakToday ?? 0);
    say(this.peak.note, 'sessions.peakNote');
    say(this.license.value, enabled ? 'sessions.enabled' : 'sessions.disabled');
    say(this.license.note, 'sessions.since', { date: dateTime(new Date(createdAt)) });
    this.#open(usage?.roomsOpen ?? 0);
  }

  count(rooms, people) {
    this.#open(rooms);
    this.people.value.textContent = number(people);
  }

  #open(rooms) {
    this.meter.value = rooms;
    this.rooms.value.textContent = number(rooms);
  }
}
