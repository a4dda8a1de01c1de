import { svg, text } from '../charts/svg.js';
import { el } from '../shared/dom.js';
import { number } from '../shared/format.js';
import { onLanguage, t } from '../shared/i18n.js';
import { CLOSEST, FARTHEST, Projection, fittingZoom } from './projection.js';

/** Before the map is on the page. */
const FIRST_WIDTH = 640;
const SHAPE = 5 / 8;
const DOT = 8;

/**
 * Places around a centre as dots, with rings that say how far they are. It needs no service; where the page names one, its
 * pictures lie below. A click says which place was meant.
 */
export class DotMap {
  #zoom = 12;
  #width = FIRST_WIDTH;
  #shown = { centre: { latitude: 0, longitude: 0 }, dots: [] };

  /** `onPlace(place)` hears of clicks; `tiles` is an address with {z}, {x} and {y}, or empty. */
  constructor({ label, onPlace, tiles = tilesOfPage() }) {
    this.label = label;
    this.onPlace = onPlace;
    this.tiles = tiles;
    this.drawing = svg('svg', { class: 'map-drawing', role: 'group' });
    this.drawing.addEventListener('click', (event) => this.#onClick(event));
    const zoom = (key, sign, step) => el('button', { class: 'button button-small', type: 'button', label: key, text: sign, on: { click: () => this.#zoomBy(step) } });
    this.element = el('div', { class: 'map' }, this.drawing, el('div', { class: 'map-zoom' }, zoom('meetings.closer', '+', 1), zoom('meetings.farther', '−', -1)));
    onLanguage(() => this.#draw());
    new ResizeObserver(([{ contentRect }]) => this.#resize(contentRect.width)).observe(this.element);
  }

  get #size() {
    return { width: this.#width, height: Math.round(this.#width * SHAPE) };
  }

  /** `dots`: {place, title, href} each. All of them are shown, as close as that goes. */
  show(centre, dots) {
    this.#shown = { centre, dots };
    this.#fit();
  }

  #fit() {
    const { centre, dots } = this.#shown;
    this.#zoom = dots.length > 0 ? fittingZoom({ centre, places: dots.map(({ place }) => place), ...this.#size }) : 13;
    this.#draw();
  }

  /** Drawn anew and not stretched: letters and dots stay as large as they are. */
  #resize(width) {
    if (width < 1 || Math.round(width) === this.#width) return;
    this.#width = Math.round(width);
    this.#fit();
  }

  #zoomBy(step) {
    this.#zoom = Math.min(CLOSEST, Math.max(FARTHEST, this.#zoom + step));
    this.#draw();
  }

  #draw() {
    const { centre, dots } = this.#shown;
    const { width, height } = this.#size;
    this.projection = new Projection({ centre, zoom: this.#zoom, width, height });
    this.drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.drawing.setAttribute('aria-label', t(this.label));
    const here = svg('circle', { cx: width / 2, cy: height / 2, r: 5, class: 'map-here' });
    const rings = this.projection.rings();
    this.drawing.replaceChildren(...this.#ground(), ...rings.map((km) => this.#ring(km)), here, ...dots.map((dot) => this.#dot(dot)),
      ...rings.map((km) => this.#ringName(km)));
  }

  #ground() {
    if (!this.tiles) return [];
    return this.projection.tiles().map(({ column, row, zoom, x, y, size }) => {
      const href = this.tiles.replace('{z}', zoom).replace('{x}', column).replace('{y}', row);
      return svg('image', { href, x, y, width: size, height: size });
    });
  }

  #ring(km) {
    const { width, height } = this.#size;
    return svg('circle', { cx: width / 2, cy: height / 2, r: Math.round(this.projection.pixels(km)), class: 'map-ring' });
  }

  #ringName(km) {
    const { width, height } = this.#size;
    return text(width / 2, height / 2 - this.projection.pixels(km) - 3, t('meetings.km', { km: number(km) }), 'middle');
  }

  #dot({ place, title, href }) {
    const { x, y } = this.projection.point(place);
    const dot = svg('circle', { cx: Math.round(x), cy: Math.round(y), r: DOT, class: 'map-dot' });
    return svg('a', { href, 'aria-label': title }, svg('title', {}, title), dot);
  }

  #onClick(event) {
    if (event.target.closest('a')) return;
    const box = this.drawing.getBoundingClientRect();
    const scale = this.#width / box.width;
    this.onPlace(this.projection.place({ x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }));
  }
}

const tilesOfPage = () => document.querySelector('meta[name="map-tiles"]')?.getAttribute('content') ?? '';
