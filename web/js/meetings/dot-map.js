import { svg, text } from '../charts/svg.js';
import { el } from '../shared/dom.js';
import { number } from '../shared/format.js';
import { onLanguage, t } from '../shared/i18n.js';
import { CLOSEST, FARTHEST, Projection, fittingZoom } from './projection.js';

const WIDTH = 640;
const HEIGHT = 400;
const DOT = 8;

/**
 * Places around a centre as dots, with rings that say how far they are. It needs no service; where the page names one, its
 * pictures lie below. A click says which place was meant.
 */
export class DotMap {
  #zoom = 12;
  #shown = { centre: { latitude: 0, longitude: 0 }, dots: [] };

  /** `onPlace(place)` hears of clicks; `tiles` is an address with {z}, {x} and {y}, or empty. */
  constructor({ label, onPlace, tiles = tilesOfPage() }) {
    Object.assign(this, { label, onPlace, tiles });
    this.drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'map-drawing', role: 'group' });
    this.drawing.addEventListener('click', (event) => this.#onClick(event));
    const zoom = (key, sign, step) => el('button', { class: 'button button-small', type: 'button', label: key, text: sign, on: { click: () => this.#zoomBy(step) } });
    this.element = el('div', { class: 'map' }, this.drawing, el('div', { class: 'map-zoom' }, zoom('meetings.closer', '+', 1), zoom('meetings.farther', '−', -1)));
    onLanguage(() => this.#draw());
  }

  /** `dots`: {place, title, href} each. All of them are shown, as close as that goes. */
  show(centre, dots) {
    this.#shown = { centre, dots };
    this.#zoom = dots.length > 0 ? fittingZoom({ centre, places: dots.map(({ place }) => place), width: WIDTH, height: HEIGHT }) : 13;
    this.#draw();
  }

  #zoomBy(step) {
    this.#zoom = Math.min(CLOSEST, Math.max(FARTHEST, this.#zoom + step));
    this.#draw();
  }

  #draw() {
    const { centre, dots } = this.#shown;
    this.projection = new Projection({ centre, zoom: this.#zoom, width: WIDTH, height: HEIGHT });
    this.drawing.setAttribute('aria-label', t(this.label));
    this.drawing.replaceChildren(...this.#ground(), ...this.#rings(), svg('circle', { cx: WIDTH / 2, cy: HEIGHT / 2, r: 5, class: 'map-here' }),
      ...dots.map((dot) => this.#dot(dot)));
  }

  #ground() {
    if (!this.tiles) return [];
    return this.projection.tiles().map(({ column, row, zoom, x, y, size }) => {
      const href = this.tiles.replace('{z}', zoom).replace('{x}', column).replace('{y}', row);
      return svg('image', { href, x, y, width: size, height: size });
    });
  }

  #rings() {
    return this.projection.rings().flatMap((km) => {
      const r = this.projection.pixels(km);
      const name = text(WIDTH / 2, HEIGHT / 2 - r - 3, t('meetings.km', { km: number(km) }), 'middle');
      return [svg('circle', { cx: WIDTH / 2, cy: HEIGHT / 2, r: Math.round(r), class: 'map-ring' }), name];
    });
  }

  #dot({ place, title, href }) {
    const { x, y } = this.projection.point(place);
    const dot = svg('circle', { cx: Math.round(x), cy: Math.round(y), r: DOT, class: 'map-dot' });
    return svg('a', { href, 'aria-label': title }, svg('title', {}, title), dot);
  }

  #onClick(event) {
    if (event.target.closest('a')) return;
    const box = this.drawing.getBoundingClientRect();
    const point = { x: ((event.clientX - box.left) * WIDTH) / box.width, y: ((event.clientY - box.top) * HEIGHT) / box.height };
    this.onPlace(this.projection.place(point));
  }
}

const tilesOfPage = () => document.querySelector('meta[name="map-tiles"]')?.content ?? '';
