/** Most of a picture that fits into one message. */
const PICTURE_LIMIT = 24_000;

/**
 * A canvas of the page on which everybody draws. Points are {x, y} in shares of the canvas, so that each page may have it in its
 * own size; `onStroke` gets what to tell the others.
 */
export class Drawing {
  #tool = { tool: 'pen', color: '#000000', strokeWidth: 3 };
  #strokes = new Map();
  #stop = new AbortController();

  constructor(canvas, onStroke) {
    this.canvas = canvas;
    this.onStroke = onStroke;
  }

  /** From now on what the pointer does on the canvas is drawn and told. */
  start() {
    const { signal } = this.#stop;
    this.canvas.addEventListener('pointerdown', (event) => this.#draw(event, true), { signal });
    this.canvas.addEventListener('pointermove', (event) => event.buttons === 1 && this.#draw(event, false), { signal });
  }

  stop() {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  setTool(tool) {
    this.#tool = { ...this.#tool, ...tool };
  }

  /** What somebody else drew; `begin` where the pen came down. */
  show({ user, xy, tool, color, strokeWidth }) {
    if (tool === 'clear') return this.clear();
    if (Number.isFinite(xy?.x) && Number.isFinite(xy?.y)) this.#line(user, xy, { tool, color, strokeWidth });
  }

  clear() {
    this.#strokes.clear();
    this.canvas.getContext('2d').clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  /** A picture of the canvas, as small as need be; undefined if none is small enough. */
  picture() {
    const looks = [['image/png'], ['image/webp', 0.5], ['image/webp', 0.1]];
    return looks.map((look) => this.canvas.toDataURL(...look)).find(({ length }) => length <= PICTURE_LIMIT);
  }

  async paint(img) {
    if (!/^data:image\/(png|webp|jpeg);base64,/.test(img ?? '')) return;
    const picture = new Image();
    picture.src = img;
    await picture.decode();
    this.canvas.getContext('2d').drawImage(picture, 0, 0, this.canvas.width, this.canvas.height);
  }

  #draw({ clientX, clientY }, begin) {
    const box = this.canvas.getBoundingClientRect();
    const xy = { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height, begin };
    this.#line('', xy, this.#tool);
    this.onStroke({ xy, ...this.#tool });
  }

  #line(user, { x, y, begin }, { tool, color, strokeWidth }) {
    const { width, height } = this.canvas;
    const to = [x * width, y * height];
    const from = begin ? to : this.#strokes.get(user) ?? to;
    this.#strokes.set(user, to);
    const pen = this.canvas.getContext('2d');
    pen.globalCompositeOperation = tool === 'eraser' ? 'destination-out' : 'source-over';
    pen.strokeStyle = String(color);
    pen.lineWidth = Math.min(Number(strokeWidth) || 3, 100);
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(...from);
    pen.lineTo(...to);
    pen.stroke();
  }
}
