import { el } from '../shared/dom.js';
import { knows, onLanguage, say } from '../shared/i18n.js';
import { number } from '../shared/format.js';

/** How much may come at once, and how much in the long run: {name: {burst, perMinute, per}}. */
export class LimitsTable {
  #shown = '';

  constructor() {
    this.body = el('tbody');
    const head = ['limit.what', 'limit.burst', 'limit.perMinute', 'limit.per'].map((key) => el('th', { scope: 'col', say: key }));
    const table = el('table', {}, el('thead', {}, el('tr', {}, ...head)), this.body);
    this.element = el('details', { class: 'section' }, el('summary', {}, el('h2', { say: 'sessions.limits' })), el('div', { class: 'table-scroll' }, table));
    this.close = onLanguage(() => { this.#shown = ''; });
  }

  show(limits) {
    const text = JSON.stringify(limits);
    this.element.hidden = text === '{}';
    if (text === this.#shown) return;
    this.#shown = text;
    this.body.replaceChildren(...Object.entries(limits).map(([name, limit]) => row(name, limit)));
  }
}

function row(name, { burst, perMinute, per }) {
  const what = el('th', { scope: 'row', text: name });
  if (knows(`limit.${name}`)) say(what, `limit.${name}`);
  const whom = el('td', { text: per });
  if (knows(`limit.per.${per}`)) say(whom, `limit.per.${per}`);
  return el('tr', {}, what, el('td', { text: number(burst) }), el('td', { text: number(perMinute) }), whom);
}
