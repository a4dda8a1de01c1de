import { el } from '../shared/dom.js';
import { onLanguage, t } from '../shared/i18n.js';
import { number } from '../shared/format.js';
import { line, svg } from './svg.js';

const HEIGHT = 190;
const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity };

/**
 * A drawing of one series that can be read three ways: by eye and pointer, point by point with the
 * arrow keys (a screen reader hears each), and as a table.
 *
 * `plot(points, size)` draws; `when(point)` names a point; `unit` is the phrase of a value.
 */
export class Chart {
  #points = [];
  #view = {};
  #plot = null;
  #at = null;
  #listed = '';
  #off;
  #sizes;

  constructor({ title, note, plot, when, unit, whenKey = 'chart.time' }) {
    this.title = title;
    this.plot = plot;
    this.when = when;
    this.unit = unit;
    this.whenKey = whenKey;
    this.svg = svg('svg', { 'aria-hidden': 'true', height: HEIGHT });
    this.tip = el('p', { class: 'chart-tip', hidden: true, attrs: { 'aria-hidden': 'true' } });
    this.stage = el('div', { class: 'chart-stage', tabIndex: 0, label: title, attrs: { role: 'slider', 'aria-valuemin': 0 } }, this.svg, this.tip);
    this.stage.removeAttribute('title');
    this.empty = el('p', { class: 'chart-empty soft', say: 'chart.empty' });
    this.body = el('tbody');
    this.details = el('details', { class: 'chart-data', on: { toggle: () => this.#list() } }, el('summary', { say: 'chart.table' }), this.#table());
    const caption = el('figcaption', {}, el('h3', { say: title }), note ? el('p', { class: 'soft small', say: note }) : null);
    this.element = el('figure', { class: 'chart' }, caption, this.stage, this.empty, this.details);
    this.#listen();
  }

  /** Shows these points; `view` is what the plot needs besides, such as the time that is covered. */
  show(points, view = {}) {
    this.#points = points;
    this.#view = view;
    this.empty.hidden = points.length > 0;
    this.stage.hidden = this.details.hidden = points.length === 0;
    this.#at = this.#at === null ? null : Math.min(this.#at, points.length - 1);
    this.#draw();
    this.#list();
  }

  close() {
    this.#off();
    this.#sizes.disconnect();
  }

  #listen() {
    this.stage.addEventListener('pointermove', ({ clientX }) => this.#read(this.#plot?.nearest(clientX - this.stage.getBoundingClientRect().left)));
    this.stage.addEventListener('pointerleave', () => this.#read(null));
    this.stage.addEventListener('blur', () => this.#read(null));
    this.stage.addEventListener('keydown', (event) => this.#press(event));
    this.#sizes = new ResizeObserver(() => this.#draw());
    this.#sizes.observe(this.stage);
    this.#off = onLanguage(() => {
      this.#listed = '';
      this.#draw();
      this.#list();
    });
  }

  #press(event) {
    if (!(event.key in KEYS)) return;
    event.preventDefault();
    const last = this.#points.length - 1;
    this.#read(Math.min(last, Math.max(0, (this.#at ?? last) + KEYS[event.key])));
  }

  #read(index) {
    this.#at = index ?? null;
    this.#draw();
  }

  #draw() {
    const width = this.stage.clientWidth;
    if (this.#points.length === 0 || width === 0) return;
    this.#plot = this.plot(this.#points, { width, height: HEIGHT, ...this.#view });
    this.svg.setAttribute('width', width);
    this.svg.replaceChildren(...this.#plot.marks, ...this.#cursor());
    this.#tell(this.#at ?? this.#points.length - 1);
  }

  #cursor() {
    this.tip.hidden = this.#at === null;
    if (this.#at === null) return [];
    const { x, y } = this.#plot.spot(this.#at);
    this.tip.textContent = this.#phrase(this.#at);
    const half = this.tip.offsetWidth / 2;
    this.tip.style.left = `${Math.max(half, Math.min(this.stage.clientWidth - half, x))}px`;
    return [line(x, 10, x, this.#plot.paper.bottom, 'chart-cursor'), svg('circle', { cx: x, cy: y, r: 4, class: 'chart-end' })];
  }

  #tell(index) {
    this.stage.setAttribute('aria-valuemax', this.#points.length - 1);
    this.stage.setAttribute('aria-valuenow', index);
    this.stage.setAttribute('aria-valuetext', this.#phrase(index));
  }

  #phrase(index) {
    const point = this.#points[index];
    return t('chart.read', { when: this.when(point), value: t(this.unit, { count: number(point.value) }) });
  }

  #table() {
    const head = el('tr', {}, el('th', { say: this.whenKey, scope: 'col' }), el('th', { say: this.title, scope: 'col' }));
    return el('div', { class: 'table-scroll' }, el('table', {}, el('thead', {}, head), this.body));
  }

  /** Newest first; built only while it is open, and only when it says something else than before. */
  #list() {
    if (!this.details.open) return;
    const said = JSON.stringify(this.#points);
    if (said === this.#listed) return;
    this.#listed = said;
    const rows = this.#points.map((point) => el('tr', {}, el('th', { scope: 'row', text: this.when(point) }), el('td', { text: number(point.value) })));
    this.body.replaceChildren(...rows.reverse());
  }
}
