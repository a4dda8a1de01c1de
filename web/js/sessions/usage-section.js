import { el } from '../shared/dom.js';
import { onLanguage } from '../shared/i18n.js';
import { day, number, span } from '../shared/format.js';
import { Chart } from '../charts/chart.js';
import { barPlot } from '../charts/bar-plot.js';
import { segments } from '../widgets/fields.js';
import { saveCsv } from './csv.js';
import { usagePerDay, usagePerRoom, usageRows } from './usage-days.js';

const DAY = 86_400_000;
const SPANS = { week: 7, month: 30, quarter: 90 };
const MOST_ROOMS = 100;

/** What a license has used: minutes, the most rooms at once, joins and messages of each day, and the same of each room. */
export class UsageSection {
  #span = 'week';
  #rooms = [];
  #period = null;

  constructor({ client }) {
    this.client = client;
    this.choice = segments('usage.span', { week: 'usage.week', month: 'usage.month', quarter: 'usage.quarter' }, (chosen) => this.#choose(chosen));
    this.choice.choose(this.#span);
    const look = { plot: barPlot, when: ({ name }) => name, whenKey: 'usage.date' };
    this.minutes = new Chart({ title: 'usage.minutes', note: 'usage.minutesNote', unit: 'usage.countMinutes', ...look });
    this.peak = new Chart({ title: 'usage.peak', note: 'usage.peakNote', unit: 'sessions.countRooms', ...look });
    this.joins = new Chart({ title: 'usage.joins', note: 'usage.joinsNote', unit: 'usage.countJoins', ...look });
    this.messages = new Chart({ title: 'usage.messages', note: 'usage.messagesNote', unit: 'usage.countMessages', ...look });
    this.charts = [this.minutes, this.peak, this.joins, this.messages];
    this.body = el('tbody');
    const head = ['usage.room', 'usage.times', 'usage.open', 'usage.joins', 'usage.people', 'usage.messages'].map((key) => el('th', { scope: 'col', say: key }));
    const table = el('table', {}, el('thead', {}, el('tr', {}, ...head)), this.body);
    const save = el('button', { class: 'button button-small', type: 'button', say: 'usage.save', on: { click: () => this.#save() } });
    const heading = el('div', { class: 'section-head' }, el('h2', { say: 'usage.title' }), this.choice.element, save);
    const perRoom = el('details', {}, el('summary', { say: 'usage.perRoom' }), el('div', { class: 'table-scroll' }, table));
    this.element = el('section', { class: 'section' }, heading, el('div', { class: 'charts' }, ...this.charts.map(({ element }) => element)), perRoom);
    this.off = onLanguage(() => this.#show());
  }

  /** What cannot be read now leaves what was shown: the page says elsewhere what is wrong. */
  async load(now = Date.now()) {
    const from = Math.floor(now / DAY) * DAY - (SPANS[this.#span] - 1) * DAY;
    try {
      this.#rooms = await this.client.usage(from, now);
      this.#period = { from, to: now };
      this.#show();
    } catch (refusal) {
      if (!refusal.code) console.error(refusal);
    }
  }

  close() {
    this.off();
    this.charts.forEach((chart) => chart.close());
  }

  #choose(chosen) {
    this.#span = chosen;
    this.choice.choose(chosen);
    return this.load();
  }

  #days() {
    return usagePerDay(this.#rooms, this.#period.from, this.#period.to);
  }

  #show() {
    if (!this.#period) return;
    const days = this.#days();
    const bars = (value) => days.map((each) => ({ label: day(each.date), name: day(each.date, { month: 'short', day: 'numeric', year: 'numeric' }), value: value(each) }));
    this.minutes.show(bars(({ seconds }) => Math.round(seconds / 60)));
    this.peak.show(bars(({ peak }) => peak));
    this.joins.show(bars(({ joins }) => joins));
    this.messages.show(bars(({ messages }) => messages));
    const rows = usagePerRoom(this.#rooms).slice(0, MOST_ROOMS);
    this.body.replaceChildren(...rows.map(({ room, times, seconds, joins, people, messages }) => {
      const cells = [number(times), span(seconds), number(joins), number(people), number(messages)];
      return el('tr', {}, el('th', { scope: 'row', text: room }), ...cells.map((text) => el('td', { text })));
    }));
  }

  #save() {
    if (!this.#period) return;
    saveCsv('usage.csv', usageRows(this.#days(), usagePerRoom(this.#rooms)));
  }
}
