import { el } from '../shared/dom.js';
import { onLanguage } from '../shared/i18n.js';
import { number, span } from '../shared/format.js';
import { Chart } from '../charts/chart.js';
import { barPlot } from '../charts/bar-plot.js';
import { segments } from '../widgets/fields.js';
import { figure } from '../widgets/figure.js';
import { MemberMinutes } from './member-minutes.js';
import { perDay } from './per-day.js';
/** @import { Study, StudyClient } from '../../sdk/moim.js' */

const PERIODS = { week: 'stats.week', month: 'stats.month', year: 'stats.year', all: 'stats.all' };

/** What became of a study's calls, in figures and charts. `act(work)` runs something and tells refusals. */
export class Statistics {
  #period = 'week';
  #stats = null;

  /** @param {{client: StudyClient, study: Study, self: any, act: any}} parts */
  constructor({ client, study, self, act }) {
    this.client = client;
    this.study = study;
    this.act = act;
    this.choice = segments('stats.period', PERIODS, (period) => this.#choose(period));
    this.choice.choose(this.#period);
    this.figures = Object.fromEntries(['sessions', 'people', 'length', 'active'].map((name) => [name, figure(`stats.${name}`)]));
    this.days = new Chart({ title: 'stats.perDay', note: 'stats.perDayNote', plot: barPlot, when: ({ name }) => name, unit: 'stats.countSessions', whenKey: 'stats.date' });
    this.minutes = new MemberMinutes({ client, study, self });
    const head = el('div', { class: 'section-head' }, el('h2', { say: 'stats.title' }), this.choice.element);
    const cards = el('dl', { class: 'figures' }, ...Object.values(this.figures).map(({ element }) => element));
    this.element = el('section', { class: 'section' }, head, cards, el('div', { class: 'charts' }, this.days.element, this.minutes.element));
    this.off = onLanguage(() => this.#show());
  }

  load() {
    return this.act(async () => {
      this.#stats = await this.client.stats(this.study.id, this.#period);
      this.#show();
      await this.minutes.load();
    });
  }

  close() {
    this.off();
    this.days.close();
    this.minutes.close();
  }

  #choose(period) {
    this.#period = period;
    this.choice.choose(period);
    return this.load();
  }

  #show() {
    if (!this.#stats) return;
    const { sessions, people, length, active } = this.figures;
    const { totalSessions, totalParticipants, averageParticipants, totalDuration, averageDuration, mostActiveUser, sessionsPerDay } = this.#stats;
    sessions.show(number(totalSessions));
    people.show(number(totalParticipants), 'stats.average', { value: number(averageParticipants, { maximumFractionDigits: 1 }) });
    length.show(span(totalDuration), 'stats.average', { value: span(averageDuration) });
    if (mostActiveUser) active.show(mostActiveUser.name || mostActiveUser.userId, 'stats.inSessions', { count: number(mostActiveUser.sessionCount) });
    else active.show('–');
    this.days.show(perDay(sessionsPerDay));
  }
}
