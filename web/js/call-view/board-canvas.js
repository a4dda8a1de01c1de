import { el } from '../shared/dom.js';

/** Everybody's board has these units, whatever the size on the screen. */
const WIDTH = 1600;
const HEIGHT = 1000;
const PICTURE_LIMIT = 24_000;

/** The paper of the whiteboard; `onPoint([x, y], first)` reports what the pointer draws. */
export class BoardCanvas {
  constructor(onPoint) {
    this.onPoint = onPoint;
    this.element = el('canvas', { width: WIDTH, height: HEIGHT, label: 'board.canvas', attrs: { role: 'img' } });
    this.element.removeAttribute('title');
    this.context = this.element.getContext('2d');
    this.element.addEventListener('pointerdown', (event) => this.#press(event));
    this.element.addEventListener('pointermove', (event) => this.#move(event));
    this.clear();
  }

  clear() {
    this.context.fillStyle = '#ffffff';
    this.context.fillRect(0, 0, WIDTH, HEIGHT);
  }

  /** Draws through the points; what is not a pair of numbers on the paper is left out. */
  line(points, { tool, color, strokeWidth }) {
    const valid = points.filter((point) => Array.isArray(point) && point.every(Number.isFinite));
    if (valid.length === 0) return;
    const { context } = this;
    Object.assign(context, { lineCap: 'round', lineJoin: 'round', lineWidth: Math.min(Number(strokeWidth) || 4, 100) });
    context.strokeStyle = tool === 'eraser' ? '#ffffff' : String(color);
    context.beginPath();
    context.moveTo(...valid[0]);
    for (const point of valid.length > 1 ? valid.slice(1) : valid) context.lineTo(...point);
    context.stroke();
  }

  /** A small picture of the board that fits into one message, or undefined. */
  picture() {
    const small = el('canvas', { width: WIDTH / 2, height: HEIGHT / 2 });
    small.getContext('2d').drawImage(this.element, 0, 0, small.width, small.height);
    return [0.8, 0.5, 0.2].map((quality) => small.toDataURL('image/webp', quality)).find(({ length }) => length <= PICTURE_LIMIT);
  }

  async paint(img) {
    if (!/^data:image\/(png|webp|jpeg);base64,/.test(img ?? '')) return;
    const picture = new Image();
    picture.src = img;
    await picture.decode().catch(() => {});
    if (picture.width > 0) this.context.drawImage(picture, 0, 0, WIDTH, HEIGHT);
  }

  #press(event) {
    this.element.setPointerCapture(event.pointerId);
    this.onPoint(this.#point(event), true);
  }

  #move(event) {
    if (event.buttons === 1) this.onPoint(this.#point(event), false);
  }

  #point({ clientX, clientY }) {
    const box = this.element.getBoundingClientRect();
    return [Math.round(((clientX - box.left) / box.width) * WIDTH), Math.round(((clientY - box.top) / box.height) * HEIGHT)];
  }
}
