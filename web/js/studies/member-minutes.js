import { el } from '../shared/dom.js';
import { onLanguage } from '../shared/i18n.js';
import { number } from '../shared/format.js';
/** @import { Study, StudyClient } from '../../sdk/moim.js' */

/** How far back members are looked for, and of how many the minutes are asked. */
const SESSIONS = 100;
const MOST = 20;

/** Minutes in calls by member: a table whose bars are its chart. Others' figures are for owners and admins. */
export class MemberMinutes {
  #rows = [];

  /** @param {{client: StudyClient, study: Study, self: any}} parts */
  constructor({ client, study, self }) {
    this.client = client;
    this.study = study;
    this.self = self;
    this.empty = el('p', { class: 'chart-empty soft', say: 'chart.empty' });
    this.body = el('tbody');
    const head = ['sessions.name', 'stats.sessions', 'stats.minutes'].map((key) => el('th', { scope: 'col', say: key }));
    this.table = el('table', { class: 'bars', hidden: true }, el('thead', {}, el('tr', {}, ...head)), this.body);
    const note = el('p', { class: 'soft small', say: study.role === 'MEMBER' ? 'stats.minutesOwn' : 'stats.minutesNote' });
    this.element = el('figure', { class: 'chart' }, el('figcaption', {}, el('h3', { say: 'stats.perMember' }), note), this.empty, this.table);
    this.off = onLanguage(() => this.#show());
  }

  async load() {
    const people = await this.#people();
    const stats = await Promise.all(people.map(({ id }) => this.#statsOf(id)));
    const known = people.map((person, i) => ({ ...person, stats: stats[i] })).filter((row) => row.stats);
    this.#rows = known.sort((a, b) => b.stats.totalDuration - a.stats.totalDuration);
    this.#show();
  }

  close() {
    this.off();
  }

  /** Whoever was in the latest calls, by name; a plain member sees only themselves. */
  async #people() {
    const people = new Map([[this.self.id, this.self]]);
    if (this.study.role === 'MEMBER') return [...people.values()];
    const { sessions } = await this.client.history(this.study.id, { page: 1, limit: SESSIONS });
    for (const { userId, user } of sessions.flatMap(({ participants }) => participants)) people.set(userId, { id: userId, name: user?.name || userId });
    return [...people.values()].slice(0, MOST);
  }

  /** Null for somebody who has never been in a call. */
  #statsOf(userId) {
    return this.client.userStats(this.study.id, userId).catch((refusal) => {
      if (refusal.code === 'lost' || refusal.code === 'late') throw refusal;
      return null;
    });
  }

  #show() {
    const rows = this.#rows.filter(({ stats }) => stats.totalSessions > 0);
    this.empty.hidden = rows.length > 0;
    this.table.hidden = rows.length === 0;
    const most = Math.max(1, ...rows.map(({ stats }) => stats.totalDuration));
    this.body.replaceChildren(...rows.map(({ name, stats }) => row(name, stats, most)));
  }
}

function row(name, { totalSessions, totalDuration }, most) {
  const bar = el('span', { class: 'bar', attrs: { 'aria-hidden': 'true' } });
  bar.style.inlineSize = `${(totalDuration / most) * 60}%`;
  const minutes = el('span', { text: number(totalDuration / 60, { maximumFractionDigits: 1 }) });
  return el('tr', {}, el('th', { scope: 'row', text: name }), el('td', { text: number(totalSessions) }), el('td', { class: 'bar-cell' }, bar, minutes));
}
