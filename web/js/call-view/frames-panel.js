import { el, icon, setIcon } from '../shared/dom.js';
import { label, placeholder, say } from '../shared/i18n.js';
import { matches } from './frame-log.js';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });

/** The frames of the socket as they come: direction, time, operation, code, size, and the JSON on demand. */
export class FramesPanel {
  #rows = new Map();

  constructor(log) {
    this.log = log;
    this.filter = el('input', { class: 'input', type: 'search', label: 'frames.filter', on: { input: () => this.#refilter() } });
    placeholder(this.filter, 'frames.filterPlaceholder');
    this.pause = el('button', { class: 'button-icon', type: 'button', on: { click: () => log.pause(!log.paused) } }, icon('pause'));
    this.count = el('p', { class: 'frames-count' });
    this.list = el('div', { class: 'scroll', attrs: { tabindex: '0' }, label: 'frames.title' });
    const clear = el('button', { class: 'button-icon', type: 'button', label: 'frames.clear', on: { click: () => log.clear() } }, icon('trash'));
    const tools = el('div', { class: 'frames-tools' }, this.filter, this.pause, clear);
    this.element = el('div', { class: 'panel-body', id: 'panel-frames' }, tools, this.count, this.list);
    this.#offs = [log.on('added', (entry) => this.#add(entry)), log.on('cleared', () => this.#clear()), log.on('paused', () => this.#showPause())];
    log.entries.forEach((entry) => this.#add(entry));
    this.#showPause();
    this.#showCount();
  }

  #offs;

  close() {
    this.#offs.forEach((off) => off());
  }

  #add(entry) {
    const row = frameRow(entry);
    row.hidden = !matches(entry, this.filter.value);
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 40;
    this.#rows.set(entry, row);
    this.list.append(row);
    this.#trim();
    if (atEnd) this.list.scrollTop = this.list.scrollHeight;
    this.#showCount();
  }

  #trim() {
    const [oldest, row] = this.#rows.entries().next().value;
    if (this.#rows.size <= this.log.entries.length) return;
    row.remove();
    this.#rows.delete(oldest);
  }

  #refilter() {
    for (const [entry, row] of this.#rows) row.hidden = !matches(entry, this.filter.value);
    this.#showCount();
  }

  #clear() {
    this.#rows.clear();
    this.list.replaceChildren();
    this.#showCount();
  }

  #showCount() {
    const shown = [...this.#rows.values()].filter((row) => !row.hidden).length;
    if (this.#rows.size === 0) say(this.count, 'frames.empty');
    else say(this.count, 'frames.count', { shown, all: this.#rows.size });
  }

  #showPause() {
    setIcon(this.pause, this.log.paused ? 'play' : 'pause');
    label(this.pause, this.log.paused ? 'frames.resume' : 'frames.pause');
    this.pause.setAttribute('aria-pressed', this.log.paused);
  }
}

function frameRow({ direction, at, op, code, size, body }) {
  const summary = el('summary', {},
    el('span', { class: 'frame-arrow', text: direction === 'in' ? '↓' : '↑', label: `frames.${direction}`, attrs: { role: 'img' } }),
    el('time', { text: TIME.format(at), dateTime: at.toISOString() }),
    el('span', { class: 'frame-op', text: op }),
    code ? el('span', { class: `frame-code ${code === '200' ? '' : 'frame-refused'}`, text: code }) : el('span'),
    el('span', { class: 'frame-size', text: bytes(size) }));
  const row = el('details', { class: `frame frame-${direction}` }, summary);
  // Most frames are never looked into, and a session description is long.
  row.addEventListener('toggle', () => row.append(el('pre', { text: JSON.stringify(body, null, 2) })), { once: true });
  return row;
}

const bytes = (size) => (size < 1000 ? `${size} B` : `${(size / 1000).toFixed(1)} kB`);
