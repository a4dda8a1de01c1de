import { el } from '../shared/dom.js';
import { onLanguage, say } from '../shared/i18n.js';
import { dateTime, number, span } from '../shared/format.js';
import { field } from '../widgets/fields.js';
import { sessionDialog } from './session-dialog.js';
/** @import { Study, StudyClient } from '../../sdk/moim.js' */

const LIMIT = 10;
const COLUMNS = ['history.when', 'history.by', 'history.length', 'history.people', 'history.more'];

/** Calls that are over, newest first, by pages and dates. `act(work)` runs something and tells refusals. */
export class HistoryTable {
  #page = 1;
  #answer = null;

  /** @param {{client: StudyClient, study: Study, act: any}} parts */
  constructor({ client, study, act }) {
    this.client = client;
    this.study = study;
    this.act = act;
    this.from = field('history.from', { type: 'date' });
    this.to = field('history.to', { type: 'date' });
    for (const { input } of [this.from, this.to]) input.addEventListener('change', () => this.#turn(1));
    this.body = el('tbody');
    this.table = el('table', { class: 'stacking' }, el('thead', {}, el('tr', {}, ...COLUMNS.map((key) => el('th', { scope: 'col', say: key })))), this.body);
    this.empty = el('p', { class: 'empty soft', say: 'sessions.loading' });
    this.newer = el('button', { class: 'button button-small', type: 'button', say: 'history.newer', on: { click: () => this.#turn(this.#page - 1) } });
    this.older = el('button', { class: 'button button-small', type: 'button', say: 'history.older', on: { click: () => this.#turn(this.#page + 1) } });
    this.place = el('p', { class: 'soft small', attrs: { 'aria-live': 'polite' } });
    this.pager = el('div', { class: 'pager' }, this.newer, this.place, this.older);
    const head = el('div', { class: 'section-head' }, el('h2', { say: 'history.title' }), el('div', { class: 'dates' }, this.from.element, this.to.element));
    this.element = el('section', { class: 'section' }, head, this.empty, this.table, this.pager);
    this.off = onLanguage(() => this.#answer && this.#show(this.#answer));
  }

  load() {
    return this.act(async () => this.#show(await this.client.history(this.study.id, { page: this.#page, limit: LIMIT, ...this.#dates() })));
  }

  close() {
    this.off();
  }

  /** Whole days of the visitor, the last one included. */
  #dates() {
    const moment = ({ input }, time) => (input.value ? new Date(`${input.value}T${time}`).toISOString() : undefined);
    return { startDate: moment(this.from, '00:00:00'), endDate: moment(this.to, '23:59:59.999') };
  }

  #turn(page) {
    this.#page = Math.max(1, page);
    return this.load();
  }

  #show(answer) {
    this.#answer = answer;
    const { sessions, pagination } = answer;
    const { page, total, totalPages } = pagination;
    this.empty.hidden = sessions.length > 0;
    say(this.empty, this.from.input.value || this.to.input.value ? 'history.noMatch' : 'history.none');
    this.table.hidden = sessions.length === 0;
    this.pager.hidden = totalPages <= 1;
    this.newer.disabled = page <= 1;
    this.older.disabled = page >= totalPages;
    say(this.place, 'history.place', { page: number(page), pages: number(totalPages), total: number(total) });
    this.body.replaceChildren(...sessions.map((session) => this.#row(session)));
  }

  #row(session) {
    const { startedAt, starter, startedBy, duration, participants, participantCount } = session;
    const names = participants.map(({ user, userId }) => user?.name || userId).join(', ');
    const open = () => this.act(async () => sessionDialog(await this.client.session(this.study.id, session.id)));
    const details = el('button', { class: 'button button-small', type: 'button', say: 'history.details', on: { click: open } });
    return el('tr', {}, el('th', { scope: 'row' }, el('time', { dateTime: startedAt, text: dateTime(new Date(startedAt)) })),
      cell('history.by', starter?.name || startedBy), cell('history.length', span(duration)),
      cell('history.people', `${number(participantCount)}: ${names}`), el('td', {}, details));
  }
}

const cell = (key, text) => el('td', {}, el('span', { class: 'cell-name', say: key, attrs: { 'aria-hidden': 'true' } }), el('span', { text }));
