import { el, icon } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { BoardCanvas } from './board-canvas.js';

const COLORS = ['#1b1f1d', '#0f7a5f', '#c7392f', '#2b5fb8'];
const FLUSH_MS = 80;

/**
 * A whiteboard that everybody in the room draws on. Points are gathered for 80 ms and sent as one
 * `drawing`: `xy` is the last point, `line` all of them. Who comes late asks its owner for a picture.
 */
export class Board {
  #points = [];
  #timer = null;
  #owner = null;
  #offs = [];

  constructor({ call }) {
    this.call = call;
    this.pen = { tool: 'pen', color: COLORS[0], strokeWidth: 6 };
    this.paper = new BoardCanvas((point, first) => this.#draw(point, first));
    this.title = el('span', { class: 'title' });
    this.buttons = [...COLORS.map((color) => this.#swatch(color)), this.#eraser()];
    const tools = el('div', { class: 'board-tools' }, this.title, ...this.buttons);
    this.element = el('div', { class: 'board' }, tools, el('div', { class: 'board-paper' }, this.paper.element));
    this.#offs = [call.on('drawing', (frame) => this.#receive(frame)), call.on('canvas', (news) => this.#exchange(news))];
    this.#choose(this.pen, this.buttons[0]);
  }

  show(owner) {
    const { room } = this.call;
    if (owner === room.selfId) say(this.title, 'board.yours');
    else say(this.title, 'board.title', { name: room.nameOf(owner) });
    if (this.#owner === owner) return;
    this.#owner = owner;
    this.paper.clear();
    if (owner !== room.selfId) this.call.request('reqCanvasImage', { target: owner }).catch(() => {});
  }

  close() {
    this.#owner = null;
  }

  #draw(point, first) {
    if (first) this.#points = [];
    this.#points.push(point);
    this.paper.line(this.#points.slice(-2), this.pen);
    this.#timer ??= setTimeout(() => this.#flush(), FLUSH_MS);
  }

  #flush() {
    this.#timer = null;
    const [x, y] = this.#points.at(-1);
    this.call.draw({ xy: { x, y }, line: this.#points, ...this.pen });
    // The last point begins the next piece, so that the pieces join.
    this.#points = this.#points.slice(-1);
  }

  #receive({ line, xy, tool, color, strokeWidth }) {
    const points = Array.isArray(line) ? line : [[xy?.x, xy?.y]];
    this.paper.line(points, { tool, color, strokeWidth });
  }

  #exchange({ type, sender, img }) {
    if (type === 'updateImage') this.paper.paint(img);
    else if (this.#owner === this.call.room.selfId) {
      this.call.request('updateImage', { target: sender, img: this.paper.picture() }).catch(() => {});
    }
  }

  #swatch(color) {
    const button = el('button', { class: 'swatch', type: 'button', label: ['board.color', { color }] });
    button.dataset.color = color;
    button.addEventListener('click', () => this.#choose({ tool: 'pen', color, strokeWidth: 6 }, button));
    return button;
  }

  #eraser() {
    const button = el('button', { class: 'swatch swatch-eraser', type: 'button', label: 'board.eraser' }, icon('eraser'));
    button.addEventListener('click', () => this.#choose({ tool: 'eraser', color: '#ffffff', strokeWidth: 36 }, button));
    return button;
  }

  #choose(pen, chosen) {
    this.pen = pen;
    for (const button of this.buttons) button.setAttribute('aria-pressed', button === chosen);
  }
}
