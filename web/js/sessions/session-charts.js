import { el } from '../shared/dom.js';
import { clock } from '../shared/format.js';
import { Chart } from '../charts/chart.js';
import { stepPlot } from '../charts/step-plot.js';
import { segments } from '../widgets/fields.js';
import { StepSeries, roomsOver } from './step-series.js';

const HOUR = 3_600_000;
const SPANS = { hour: HOUR, day: 24 * HOUR };
/** A chart of the last few seconds would be a dot at its right edge. */
const LEAST_MS = 120_000;

/** Rooms and participants over time. The server remembers rooms; participants only this page has seen. */
export class SessionCharts {
  #rooms = new StepSeries();
  #people = new StepSeries();
  #span = 'hour';
  #now = Date.now();

  constructor() {
    const look = { plot: stepPlot, when: ({ at }) => clock(new Date(at), true) };
    this.rooms = new Chart({ title: 'sessions.roomsOverTime', note: 'sessions.roomsNote', unit: 'sessions.countRooms', ...look });
    this.people = new Chart({ title: 'sessions.peopleOverTime', note: 'sessions.peopleNote', unit: 'sessions.countPeople', ...look });
    this.choice = segments('sessions.span', { hour: 'sessions.hour', day: 'sessions.day' }, (span) => this.#choose(span));
    this.choice.choose(this.#span);
    const head = el('div', { class: 'section-head' }, el('h2', { say: 'sessions.overTime' }), this.choice.element);
    this.element = el('section', { class: 'section' }, head, el('div', { class: 'charts' }, this.rooms.element, this.people.element));
  }

  /** Begins with what the server knows of the last day; without it the charts begin now. */
  async seed(usage) {
    const to = Date.now();
    const from = to - SPANS.day;
    try {
      const past = roomsOver(await usage(from, to), from, to);
      for (const { at, value } of this.#rooms.between(to, Infinity)) past.add(Math.max(at, to), value);
      this.#rooms = past;
      this.#draw();
    } catch {
      // The sessions themselves tell the same refusal, in words.
    }
  }

  add(at, rooms, people) {
    this.#now = at;
    this.#rooms.add(at, rooms);
    this.#people.add(at, people);
    this.#draw();
  }

  close() {
    this.rooms.close();
    this.people.close();
  }

  #choose(span) {
    this.#span = span;
    this.choice.choose(span);
    this.#draw();
  }

  #draw() {
    this.#show(this.rooms, this.#rooms);
    this.#show(this.people, this.#people);
  }

  #show(chart, series) {
    if (series.isEmpty) return;
    const to = this.#now;
    const from = Math.min(to - LEAST_MS, Math.max(to - SPANS[this.#span], series.startedAt));
    chart.show(series.between(from, to), { from, to });
  }
}
